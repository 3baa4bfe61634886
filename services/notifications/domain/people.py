"""The people of a plan and its case lead, as followed from plans (W7.1, W7.2)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.followed import CaseLeadAssigned, PartyKind, PersonAdded
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Stamp
from shared.eventbase.learned import LEARNED_BY_THE_ORGANISATION
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule
from shared.eventbase.state import State


class People:
    """What kind of party everybody is, and who has the lead; a part of the state."""

    def __init__(self) -> None:
        self.kinds: dict[UUID, PartyKind] = {}
        self.case_lead: UUID | None = None


def known_people(*fields: str) -> Rule:
    """The rule that everybody named in these fields of an act belongs to this dossier.

    To whom somebody is hidden from, that is somebody who does not belong to it.
    """

    def unknown(state: State, act: Act, doing: Doing) -> list[str]:
        known = state[People].kinds.keys() - _hidden_from(state, doing.actor.person)
        return [str(person) for person in _named(act, fields) if person not in known]

    return Rule("persoon-onbekend", "W7.1", "Persoon {} hoort niet bij dit dossier.", unknown)


def _hidden_from(state: State, person: UUID | None) -> set[UUID]:
    reaches = state[Reaches].of
    return {each for each in state[People].kinds if person in reaches[each].hidden_from}


def professionals(name: str, message: str, *fields: str) -> Rule:
    """The rule that only a professional may be named in these fields of an act."""

    def others(state: State, act: Act, doing: Doing) -> list[str]:
        kinds = state[People].kinds
        named = [person for person in _named(act, fields) if person in kinds]
        return [str(p) for p in named if kinds[p] is not PartyKind.PROFESSIONAL]

    return Rule(name, "W8.4", message, others)


def _named(act: Act, fields: Iterable[str]) -> list[UUID]:
    people = (getattr(act, field) for field in fields)
    return list(dict.fromkeys(person for person in people if person is not None))


@catalogue.fold.on(PersonAdded)
def _added(state: State, event: PersonAdded, stamp: Stamp) -> None:
    state[People].kinds[event.person] = event.kind
    state[Reaches].put(event.person, (event.person,), event.hidden_from)


@catalogue.fold.on(CaseLeadAssigned)
def _assigned(state: State, event: CaseLeadAssigned, stamp: Stamp) -> None:
    state[People].case_lead = event.person


catalogue.always(LEARNED_BY_THE_ORGANISATION, known_people("learned_by"))
