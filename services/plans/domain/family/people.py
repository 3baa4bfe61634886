"""The people of a dossier: family, network, professionals and agencies (W7.1, S3.1)."""

from __future__ import annotations

import enum
from datetime import date
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.act import Act
from shared.eventbase.belonging import belonging
from shared.eventbase.doing import Doing
from shared.eventbase.event import CoreValue, Event, Stamp
from shared.eventbase.learned import LEARNED_BY_THE_ORGANISATION
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse
from shared.eventbase.sealed import Party, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class PartyKind(enum.Enum):
    """The kinds of party that take part in a plan (W7.1)."""

    FAMILY = "family"
    NETWORK = "network"
    PROFESSIONAL = "professional"
    AGENCY = "agency"


class Register(enum.Enum):
    """What qualifies a professional to judge risks with a colleague (W0.3, W1.1)."""

    SKJ = "skj"
    BEHAVIOURAL_SCIENTIST = "behavioural-scientist"


class Registration(CoreValue, frozen=True):
    """A professional's registration and the days on which it holds, both inclusive."""

    register: Register
    valid_from: date
    valid_until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the registration is valid on ``day``."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class PersonDetails(msgspec.Struct, frozen=True):
    """Who somebody is: name, birth date, relation to the family."""

    name: str
    birth_date: date | None = None
    relation: str | None = None


class PersonAdded(Event, frozen=True):
    """Somebody became known to have to do with this family (S3.1)."""

    TOPIC = "plan.person-added"
    NAME = "persoon-toegevoegd"
    PARAGRAPHS = ("W7.1", "S3.1")
    SUBJECT = "person"

    person: UUID
    details: Party[PersonDetails]
    kind: PartyKind
    registration: Registration | None = None
    hidden_from: tuple[UUID, ...] = ()


class AddPerson(Act, frozen=True, kw_only=True):
    """Adds somebody to the people of the dossier (S3.1)."""

    name: str
    kind: PartyKind
    birth_date: date | None = None
    relation: str | None = None
    registration: Registration | None = None
    hidden_from: tuple[UUID, ...] = ()


class Person(msgspec.Struct):
    """One involved person as the plan knows them."""

    person: UUID
    kind: PartyKind
    details: Sealed[PersonDetails]

    @property
    def is_told_of_the_plan(self) -> bool:
        """Whether somebody of this kind has a version of the plan of their own (W8.4)."""
        return self.kind is not PartyKind.PROFESSIONAL


class People:
    """Everybody in the dossier, by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Person] = {}


def known_people(*fields: str) -> Rule:
    """The rule that everybody named in these fields of an act belongs to this dossier."""
    return belonging(lambda state: state[People].all, fields)


@catalogue.act(AddPerson, "Persoon toevoegen", ("W7.1", "S3.1"), (PersonAdded,))
def add_person(state: State, act: AddPerson, doing: Doing) -> list[Event]:
    """Somebody is added."""
    refuse([known_people("hidden_from")], state, act, doing)
    details = seal(PersonDetails(act.name, act.birth_date, act.relation))
    return [PersonAdded(doing.new_id(), details, act.kind, act.registration, act.hidden_from)]


@catalogue.sentence(PersonAdded)
def _tell(event: PersonAdded, words: Words) -> str:
    relation = words.text(event.details, "relation")
    known_as = f" ({relation})" if relation else ""
    return f"{words.name(event.person)} is toegevoegd aan het dossier{known_as}."


@catalogue.fold.on(PersonAdded)
def _added(state: State, event: PersonAdded, stamp: Stamp) -> None:
    person = Person(event.person, event.kind, event.details)
    state[People].all[event.person] = person
    state[Reaches].put(event.person, (event.person,), event.hidden_from)


catalogue.always(LEARNED_BY_THE_ORGANISATION, known_people("learned_by"))
