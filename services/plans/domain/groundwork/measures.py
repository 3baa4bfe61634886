"""Measures of the mayor or the court: dated limits that a plan has to reckon with (R16, R17).

They begin, are extended and end early by facts from outside; what is in force is derived.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from shared.eventbase.act import Act
from shared.eventbase.calendar import AMSTERDAM
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.passing import Passed, Passing
from shared.eventbase.reach import Reaches
from shared.eventbase.sealed import Item, Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State
from shared.eventbase.terms import Term

HEARING = catalogue.threshold("R17", Term(weeks=2))


class MeasureKind(enum.Enum):
    """The measures that end by themselves."""

    RESTRAINING_ORDER = "restraining-order"
    PROVISIONAL_SUPERVISION = "provisional-supervision"
    SUPERVISION_ORDER = "supervision-order"

    @property
    def longest(self) -> timedelta | None:
        """How long it can last by law, extensions included; None without an end (R16, R17)."""
        return _LONGEST.get(self)

    @property
    def is_compulsory(self) -> bool:
        """Whether help is by order of the court while it holds: a compulsory framework."""
        return self is not MeasureKind.RESTRAINING_ORDER


_LONGEST = {
    MeasureKind.RESTRAINING_ORDER: timedelta(days=28),
    # Three months are at most 92 days.
    MeasureKind.PROVISIONAL_SUPERVISION: timedelta(days=92),
}


class MeasureWords(msgspec.Struct, frozen=True):
    """Who decided it, what it says, and its number there."""

    decided_by: str
    conditions: str | None = None
    reference: str | None = None


class MeasureEndWords(msgspec.Struct, frozen=True):
    """Why it ends on another day."""

    reason: str


class MeasureImposed(Event, frozen=True):
    """A measure was imposed. ``on``: whom it binds; ``protects``: for whose sake."""

    TOPIC = "plan.measure-imposed"
    NAME = "maatregel-opgelegd"
    PARAGRAPHS = ("R16", "R17")

    item: UUID
    words: Item[MeasureWords]
    kind: MeasureKind
    on: tuple[UUID, ...]
    protects: tuple[UUID, ...]
    begins: datetime
    ends: datetime


class MeasureEndMoved(Event, frozen=True):
    """A measure was extended, or ends sooner."""

    TOPIC = "plan.measure-end-moved"
    NAME = "einde-maatregel-gewijzigd"
    PARAGRAPHS = ("R16", "R17")
    ABOUT = "measure"

    item: UUID
    words: Item[MeasureEndWords]
    measure: UUID
    ends: datetime


class ImposeMeasure(Act, frozen=True, kw_only=True):
    """Records a measure that was decided elsewhere."""

    kind: MeasureKind
    decided_by: str
    on: tuple[UUID, ...]
    begins: datetime
    ends: datetime
    protects: tuple[UUID, ...] = ()
    conditions: str | None = None
    reference: str | None = None


class MoveMeasureEnd(Act, frozen=True, kw_only=True):
    """Records that a measure was extended, or ends sooner, and why."""

    measure: UUID
    ends: datetime
    reason: str


class Moved(msgspec.Struct, frozen=True):
    """One change of the end."""

    item: UUID
    words: Sealed[MeasureEndWords]
    ends: datetime
    mark: Mark


class Measure(msgspec.Struct, frozen=True):
    """One measure, and the changes of its end."""

    item: UUID
    words: Sealed[MeasureWords]
    kind: MeasureKind
    on: tuple[UUID, ...]
    protects: tuple[UUID, ...]
    begins: datetime
    first_end: datetime
    mark: Mark
    moved: tuple[Moved, ...] = ()

    @property
    def ends(self) -> datetime:
        """When it ends, by the last that was decided."""
        return self.moved[-1].ends if self.moved else self.first_end

    @property
    def last_mark(self) -> Mark:
        """The event that its end follows from."""
        return self.moved[-1].mark if self.moved else self.mark

    def in_force(self, at: datetime) -> bool:
        """Whether it holds at this moment."""
        return self.begins <= at < self.ends


class Measures:
    """All measures, and the changes of their ends by measure; a part of the state."""

    def __init__(self) -> None:
        self.imposed: dict[UUID, Measure] = {}
        self.moved: dict[UUID, tuple[Moved, ...]] = {}

    @property
    def all(self) -> list[Measure]:
        """Those imposed, each with its changes."""
        replace = msgspec.structs.replace
        return [replace(m, moved=self.moved.get(m.item, ())) for m in self.imposed.values()]

    def compulsory(self, at: datetime) -> bool:
        """Whether help is by order of the court at this moment."""
        return any(measure.kind.is_compulsory and measure.in_force(at) for measure in self.all)


def lasts(begins: datetime, ends: datetime) -> timedelta:
    """How long by the clock on the wall, whatever summer time does."""
    # Within one time zone Python reckons by that clock.
    return ends.astimezone(AMSTERDAM) - begins.astimezone(AMSTERDAM)


_DUTCH = {
    MeasureKind.RESTRAINING_ORDER: "een tijdelijk huisverbod",
    MeasureKind.PROVISIONAL_SUPERVISION: "een voorlopige ondertoezichtstelling",
    MeasureKind.SUPERVISION_ORDER: "een ondertoezichtstelling",
}


@catalogue.sentence(MeasureImposed)
def _tell_imposed(event: MeasureImposed, words: Words) -> str:
    until = _when(event.ends)
    decided_by = words.text(event.words, "decided_by")
    what = _DUTCH[event.kind]
    return f"Er is {what} voor {words.names(event.on)}, tot {until}. {decided_by}".strip()


@catalogue.sentence(MeasureEndMoved)
def _tell_moved(event: MeasureEndMoved, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"De maatregel eindigt nu op {_when(event.ends)}. {reason}".strip()


@catalogue.fold.on(MeasureImposed)
def _imposed(state: State, event: MeasureImposed, stamp: Stamp) -> None:
    state[Measures].imposed[event.item] = Measure(
        event.item,
        event.words,
        event.kind,
        event.on,
        event.protects,
        event.begins,
        event.ends,
        Mark(stamp.event_id, stamp.effective_at),
    )
    state[Reaches].put(event.item, ())


@catalogue.fold.on(MeasureEndMoved)
def _moved(state: State, event: MeasureEndMoved, stamp: Stamp) -> None:
    mark = Mark(stamp.event_id, stamp.effective_at)
    moved = Moved(event.item, event.words, event.ends, mark)
    known = state[Measures].moved
    known[event.measure] = (*known.get(event.measure, ()), moved)
    state[Reaches].put(event.item, ())


@catalogue.by_itself
def _by_itself(state: State, words: Words) -> Iterator[Passing]:
    for each in state[Measures].all:
        what = f"{_DUTCH[each.kind].capitalize()} voor {words.names(each.on)}"
        if each.begins > each.mark.at:
            told = f"{what} ging vanzelf in op {_when(each.begins)}."
            yield Passing(each.item, each.begins, Passed.BEGAN, told)
        told = f"{what} liep vanzelf af op {_when(each.ends)}."
        yield Passing(each.item, each.ends, Passed.ENDED, told)


def _when(at: datetime) -> str:
    return f"{at.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
