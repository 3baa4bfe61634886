"""The term in which direct safety must be reached, and what happens when it runs out (W10.2)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.act import Act
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class TermWords(msgspec.Struct, frozen=True):
    """Why this term is acceptable."""

    reason: str


class DirectSafetyTermSet(Event, frozen=True):
    """A professional set the last day on which direct safety must be reached (W10.2)."""

    TOPIC = "plan.direct-safety-term-set"
    NAME = "termijn-directe-veiligheid-gesteld"
    PARAGRAPHS = ("W10.2",)

    item: UUID
    words: Item[TermWords]
    until: date


class SetDirectSafetyTerm(Act, frozen=True, kw_only=True):
    """Records that last day, and why it may take so long."""

    until: date
    reason: str


class TermSet(msgspec.Struct, frozen=True):
    """One term as it was set."""

    item: UUID
    words: Sealed[TermWords]
    until: date
    mark: Mark


class TermsSet:
    """All terms in the order in which they were set; a part of the state."""

    def __init__(self) -> None:
        self.all: list[TermSet] = []


_AHEAD = Rule(
    "termijn-voorbij",
    "W10.2",
    "De laatste dag van deze termijn is al voorbij.",
    lambda state, act, doing: when(act.until < local_day(act.effective_at or doing.now)),
)


@catalogue.act(
    SetDirectSafetyTerm,
    "Termijn voor directe veiligheid stellen",
    ("W10.2",),
    (DirectSafetyTermSet,),
)
def set_direct_safety_term(state: State, act: SetDirectSafetyTerm, doing: Doing) -> list[Event]:
    """From now this term runs, in the place of the one that ran."""
    refuse([_AHEAD], state, act, doing)
    return [DirectSafetyTermSet(doing.new_id(), seal(TermWords(act.reason)), act.until)]


@catalogue.sentence(DirectSafetyTermSet)
def _tell(event: DirectSafetyTermSet, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"Uiterlijk {event.until:%d-%m-%Y} moet het nu veilig zijn. {reason}".strip()


@catalogue.fold.on(DirectSafetyTermSet)
def _set(state: State, event: DirectSafetyTermSet, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    state[TermsSet].all.append(TermSet(event.item, event.words, event.until, mark))
    state[Reaches].put(event.item, ())
