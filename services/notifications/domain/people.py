"""The people of a plan and its case lead, as followed from plans (W7.1, W7.2)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.followed import (
    CaseLeadAssigned,
    LeadAway,
    LeadCovered,
    PartyKind,
    PersonAdded,
)
from shared.eventbase.act import Act
from shared.eventbase.belonging import belonging, named_in
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
        self.away: dict[UUID, LeadAway] = {}
        self.covers: dict[UUID, UUID] = {}

    def on_duty(self, day: date) -> UUID | None:
        """The case lead, or who stands in on ``day`` (W7.2, R52); None: nobody has the lead."""
        covered = (
            self.covers[away.item]
            for away in self.away.values()
            if away.item in self.covers and away.person == self.case_lead and _is_away(away, day)
        )
        return next(covered, self.case_lead)


def _is_away(away: LeadAway, day: date) -> bool:
    return away.first_day <= day and (away.last_day is None or day <= away.last_day)


def known_people(*fields: str) -> Rule:
    """The rule that everybody named in these fields of an act belongs to this dossier."""
    return belonging(lambda state: state[People].kinds, fields)


def professionals(name: str, message: str, *fields: str) -> Rule:
    """The rule that only a professional may be named in these fields of an act."""

    def others(state: State, act: Act, doing: Doing) -> list[str]:
        kinds = state[People].kinds
        named = [person for person in named_in(act, fields) if person in kinds]
        return [str(p) for p in named if kinds[p] is not PartyKind.PROFESSIONAL]

    return Rule(name, "W8.4", message, others)


@catalogue.fold.on(PersonAdded)
def _added(state: State, event: PersonAdded, stamp: Stamp) -> None:
    state[People].kinds[event.person] = event.kind
    state[Reaches].put(event.person, (event.person,), event.hidden_from)


@catalogue.fold.on(LeadAway)
def _away(state: State, event: LeadAway, stamp: Stamp) -> None:
    state[People].away[event.item] = event


@catalogue.fold.on(LeadCovered)
def _covered(state: State, event: LeadCovered, stamp: Stamp) -> None:
    state[People].covers[event.absence] = event.person


@catalogue.fold.on(CaseLeadAssigned)
def _assigned(state: State, event: CaseLeadAssigned, stamp: Stamp) -> None:
    state[People].case_lead = event.person


catalogue.always(LEARNED_BY_THE_ORGANISATION, known_people("learned_by"))
