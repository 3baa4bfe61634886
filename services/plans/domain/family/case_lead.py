"""The case lead: the one worker who keeps the whole together (W7.2)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import PartyKind, People, known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class CaseLeadAssigned(Event, frozen=True):
    """Somebody became case lead, in the place of whoever was."""

    TOPIC = "plan.case-lead-assigned"
    NAME = "casusregisseur-aangewezen"
    PARAGRAPHS = ("W7.2",)

    person: UUID


class AssignCaseLead(Act, frozen=True, kw_only=True):
    """Assigns the case lead; from then on there is never a moment without one (W7.2)."""

    person: UUID


class CaseLead:
    """Who has the lead, and the events that ever gave it; a part of the state."""

    def __init__(self) -> None:
        self.person: UUID | None = None
        self.given: list[UUID] = []


def _not_professional(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    known = state[People].all.get(act.person)
    return when(known is not None and known.kind is not PartyKind.PROFESSIONAL)


PROFESSIONAL = Rule(
    "casusregie-vakkracht",
    "W7.2",
    "Alleen een beroepskracht kan casusregisseur zijn.",
    _not_professional,
)


@catalogue.act(AssignCaseLead, "Casusregisseur aanwijzen", ("W7.2",), (CaseLeadAssigned,))
def assign_case_lead(state: State, act: AssignCaseLead, doing: Doing) -> list[Event]:
    """The lead passes to this person."""
    refuse([known_people("person"), PROFESSIONAL], state, act, doing)
    return [CaseLeadAssigned(act.person)]


@catalogue.sentence(CaseLeadAssigned)
def _tell(event: CaseLeadAssigned, words: Words) -> str:
    return f"{words.name(event.person)} is casusregisseur."


@catalogue.fold.on(CaseLeadAssigned)
def _assigned(state: State, event: CaseLeadAssigned, stamp: Stamp) -> None:
    state[CaseLead].person = event.person
    state[CaseLead].given.append(stamp.event_id)


catalogue.flag(
    Flag(
        "geen-casusregisseur",
        "W7.2",
        "Er is geen casusregisseur.",
        lambda state, at: when(not state[CaseLead].person),
    )
)
