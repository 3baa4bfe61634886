"""Holds: what stands in the way of every erasure of a dossier (integrity.md 2.9, threat 24)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.erasing.steps import Step
from shared.eventbase.act import Act
from shared.eventbase.calendar import end_of_day, local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.passing import Passing, days_passed
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class HoldWords(msgspec.Struct, frozen=True):
    """Why everything must be kept, or need not be any more."""

    reason: str


class HoldPlaced(Step, frozen=True):
    """Nothing of this dossier is erased from now, up to and including a day or until lifted."""

    TOPIC = "plan.hold-placed"
    NAME = "bewaarbevel-gegeven"
    PARAGRAPHS = ("R43", "R44")
    LASTING = True

    item: UUID
    words: Item[HoldWords]
    until: date | None = None


class HoldLifted(Step, frozen=True):
    """A hold was lifted."""

    TOPIC = "plan.hold-lifted"
    NAME = "bewaarbevel-opgeheven"
    PARAGRAPHS = ("R43", "R44")
    LASTING = True
    ABOUT = "hold"
    ENDS = True

    item: UUID
    words: Item[HoldWords]
    hold: UUID


class PlaceHold(Act, frozen=True, kw_only=True):
    """Forbids every erasure of this dossier: a court, an inspectorate or a complaint needs it."""

    ROLES = ("supervisor",)

    reason: str
    until: date | None = None


class LiftHold(Act, frozen=True, kw_only=True):
    """Lifts a hold."""

    ROLES = ("supervisor",)

    hold: UUID
    reason: str


class Hold(msgspec.Struct, frozen=True):
    """One hold; ``until`` is its last day, None: until it is lifted."""

    item: UUID
    words: Sealed[HoldWords]
    until: date | None
    at: datetime


class Lifted(msgspec.Struct, frozen=True):
    """When a hold was lifted, and why."""

    words: Sealed[HoldWords]
    at: datetime


class Holds:
    """Every hold, and what was lifted, by the id of the hold; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Hold] = {}
        self.lifted: dict[UUID, Lifted] = {}

    def in_force(self, at: datetime) -> list[Hold]:
        """The holds that forbid erasing at ``at``."""
        return [hold for hold in self.all.values() if self._stands(hold, at)]

    def _stands(self, hold: Hold, at: datetime) -> bool:
        over = hold.until is not None and at >= end_of_day(hold.until)
        return hold.item not in self.lifted and not over


def _over(state: State, act: PlaceHold, doing: Doing) -> tuple[str, ...]:
    return when(act.until is not None and act.until < local_day(doing.now))


def _not_there(state: State, act: LiftHold, doing: Doing) -> tuple[str, ...]:
    return when(act.hold not in {hold.item for hold in state[Holds].in_force(doing.now)})


_NOT_OVER = Rule(
    "bewaarbevel-voorbij",
    "R43",
    "Dit bewaarbevel zou al voorbij zijn. Kies een latere dag, of laat die weg.",
    _over,
)
_IN_FORCE = Rule(
    "bewaarbevel-onbekend",
    "R43",
    "Dit bewaarbevel geldt niet (meer) in dit dossier.",
    _not_there,
)


@catalogue.act(PlaceHold, "Bewaarbevel geven", ("R43", "R44"), (HoldPlaced,))
def place_hold(state: State, act: PlaceHold, doing: Doing) -> list[Event]:
    """From now no erasure is approved."""
    refuse([_NOT_OVER], state, act, doing)
    return [HoldPlaced(doing.new_id(), seal(HoldWords(act.reason)), act.until)]


@catalogue.act(LiftHold, "Bewaarbevel opheffen", ("R43", "R44"), (HoldLifted,))
def lift_hold(state: State, act: LiftHold, doing: Doing) -> list[Event]:
    """This hold no longer stands in the way."""
    refuse([_IN_FORCE], state, act, doing)
    return [HoldLifted(doing.new_id(), seal(HoldWords(act.reason)), act.hold)]


@catalogue.sentence(HoldPlaced)
def _tell_placed(event: HoldPlaced, words: Words) -> str:
    until = f" tot en met {event.until:%d-%m-%Y}" if event.until else ""
    reason = words.text(event.words, "reason")
    return f"Er geldt een bewaarbevel{until}: niets wordt gewist. Reden: {reason}"


@catalogue.sentence(HoldLifted)
def _tell_lifted(event: HoldLifted, words: Words) -> str:
    return f"Een bewaarbevel is opgeheven. Reden: {words.text(event.words, 'reason')}"


@catalogue.fold.on(HoldPlaced)
def _placed(state: State, event: HoldPlaced, stamp: Stamp) -> None:
    placed = Hold(event.item, event.words, event.until, stamp.effective_at)
    state[Holds].all[event.item] = placed
    state[Reaches].put(event.item, ())


@catalogue.fold.on(HoldLifted)
def _lifted(state: State, event: HoldLifted, stamp: Stamp) -> None:
    state[Holds].lifted[event.hold] = Lifted(event.words, stamp.effective_at)
    state[Reaches].put(event.item, ())


@catalogue.by_itself
def _days(state: State, words: Words) -> Iterator[Passing]:
    for hold in state[Holds].all.values():
        if hold.item not in state[Holds].lifted:
            yield from days_passed(hold.item, "Het bewaarbevel", hold.at, None, hold.until)
