"""People whose part in a dossier ends, or begins again (W7.1, W7.2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class LeavingWords(msgspec.Struct, frozen=True):
    """Why somebody's part ends or begins again."""

    reason: str


class InvolvementEnded(Event, frozen=True):
    """Somebody no longer has a part in this dossier; what they did and promised stays (W7.1)."""

    TOPIC = "plan.involvement-ended"
    NAME = "betrokkenheid-beeindigd"
    PARAGRAPHS = ("W7.1",)
    ABOUT = "person"
    ENDS = True

    item: UUID
    words: Item[LeavingWords]
    person: UUID


class InvolvementResumed(Event, frozen=True):
    """Somebody who had left has a part again (W7.1)."""

    TOPIC = "plan.involvement-resumed"
    NAME = "betrokkenheid-hervat"
    PARAGRAPHS = ("W7.1",)
    ABOUT = "person"
    ENDS = False

    item: UUID
    words: Item[LeavingWords]
    person: UUID


class EndInvolvement(Act, frozen=True, kw_only=True):
    """Records that somebody's part ended when this happened, and why.

    It takes nothing from them: whom a version is kept from is a decision of its own (W8.4).
    """

    person: UUID
    reason: str


class ResumeInvolvement(Act, frozen=True, kw_only=True):
    """Records that somebody has a part again, and why."""

    person: UUID
    reason: str


class Departure(msgspec.Struct, frozen=True):
    """When and why somebody left."""

    mark: Mark
    words: Sealed[LeavingWords]


class Departures:
    """Those who have no part any more; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[UUID, Departure] = {}


def _gone(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.person in state[Departures].of)


def _not_gone(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.person not in state[Departures].of)


_PERSON = known_people("person")
_INVOLVED = Rule(
    "al-vertrokken", "W7.1", "Deze persoon is al niet meer betrokken bij dit dossier.", _gone
)
_LEFT = Rule("niet-vertrokken", "W7.1", "Deze persoon is nog betrokken bij dit dossier.", _not_gone)


@catalogue.act(EndInvolvement, "Betrokkenheid beëindigen", ("W7.1",), (InvolvementEnded,))
def end_involvement(state: State, act: EndInvolvement, doing: Doing) -> list[Event]:
    """From then on nobody counts on this person."""
    refuse([_PERSON, _INVOLVED], state, act, doing)
    return [InvolvementEnded(doing.new_id(), seal(LeavingWords(act.reason)), act.person)]


@catalogue.act(ResumeInvolvement, "Betrokkenheid hervatten", ("W7.1",), (InvolvementResumed,))
def resume_involvement(state: State, act: ResumeInvolvement, doing: Doing) -> list[Event]:
    """This person counts again."""
    refuse([_PERSON, _LEFT], state, act, doing)
    return [InvolvementResumed(doing.new_id(), seal(LeavingWords(act.reason)), act.person)]


@catalogue.sentence(InvolvementEnded)
def _tell_ended(event: InvolvementEnded, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"{words.name(event.person)} is niet meer betrokken. Reden: {reason}"


@catalogue.sentence(InvolvementResumed)
def _tell_resumed(event: InvolvementResumed, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"{words.name(event.person)} is weer betrokken. Reden: {reason}"


@catalogue.fold.on(InvolvementEnded)
def _ended(state: State, event: InvolvementEnded, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[Departures].of[event.person] = Departure(mark, event.words)
    state[Reaches].put(event.item, ())


@catalogue.fold.on(InvolvementResumed)
def _resumed(state: State, event: InvolvementResumed, stamp: Stamp) -> None:
    state[Departures].of.pop(event.person, None)
    state[Reaches].put(event.item, ())


def _lead_left(state: State, at: datetime) -> tuple[str, ...]:
    return when(state[CaseLead].person in state[Departures].of)


catalogue.flag(
    Flag(
        "casusregisseur-vertrokken",
        "W7.2",
        "De casusregisseur is niet meer betrokken. Wijs een opvolger aan.",
        _lead_left,
    )
)
