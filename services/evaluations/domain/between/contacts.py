"""Contact of the team with the family, outside evaluations and conversations (R37)."""

from __future__ import annotations

import enum
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.people import People, known_people
from services.evaluations.domain.followed.values import PartyKind
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Way(enum.Enum):
    """How there was contact. A kind and not a text, which could tell where people are."""

    VISIT = "visit"
    ELSEWHERE = "elsewhere"
    PHONE = "phone"
    WRITTEN = "written"


class ContactWords(msgspec.Struct, frozen=True):
    """What was said or seen."""

    what: str


class FamilyContacted(Event, frozen=True):
    """Somebody of the team had contact with people of the family (R37)."""

    TOPIC = "evaluation.family-contacted"
    NAME = "contact-met-gezin"
    PARAGRAPHS = ("S7.2",)
    STREAM = "contact"
    SUBJECT = "contact"

    contact: UUID
    words: Item[ContactWords]
    by: UUID
    people: tuple[UUID, ...]
    way: Way
    hidden_from: tuple[UUID, ...] = ()


class RecordFamilyContact(Act, frozen=True, kw_only=True):
    """Records who of the team had contact with whom of the family, and what was said or seen."""

    what: str
    by: UUID
    people: tuple[UUID, ...]
    way: Way
    hidden_from: tuple[UUID, ...] = ()


class Contact(msgspec.Struct, frozen=True):
    """One contact."""

    event: FamilyContacted
    mark: Mark

    @property
    def words(self) -> Sealed[ContactWords]:
        """What was said or seen."""
        return self.event.words


class Contacts:
    """All contacts by id; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Contact] = {}


def family_among(state: State, people: tuple[UUID, ...]) -> bool:
    """Whether somebody of the family is among these people."""
    return any(state[People].all.get(person) is PartyKind.FAMILY for person in people)


_RULES = (
    known_people("by", "people", "hidden_from"),
    Rule(
        "contact-zonder-gezin",
        "R37",
        "Noem met wie van het gezin er contact was.",
        lambda state, act, doing: when(not family_among(state, act.people)),
    ),
)


@catalogue.act(RecordFamilyContact, "Contact met gezin vastleggen", ("S7.2",), (FamilyContacted,))
def record_family_contact(state: State, act: RecordFamilyContact, doing: Doing) -> list[Event]:
    """The contact is recorded."""
    refuse(_RULES, state, act, doing)
    words = seal(ContactWords(act.what))
    return [FamilyContacted(doing.new_id(), words, act.by, act.people, act.way, act.hidden_from)]


@catalogue.sentence(FamilyContacted)
def _tell(event: FamilyContacted, words: Words) -> str:
    with_whom = words.names(event.people)
    return f"{words.name(event.by)} had contact met {with_whom}: {words.text(event.words, 'what')}"


@catalogue.fold.on(FamilyContacted)
def _contacted(state: State, event: FamilyContacted, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Contacts].all[event.contact] = Contact(event, mark)
    state[Reaches].put(event.contact, (), event.hidden_from)
