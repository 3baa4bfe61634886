"""What is worked on from the support plan, and how long it has been there (W3.3, W10.4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.course_events import (
    CarePlaced,
    FactorLookedAt,
    HelpAgreed,
    HelpMoved,
    HelpStatus,
    PlacedElsewhere,
    PlacedIn,
    PlacementEnded,
    ReductionPlanned,
    StatementWithdrawn,
    Trend,
)
from shared.eventbase.event import Stamp
from shared.eventbase.state import State

_OVER = (HelpStatus.COMPLETED, HelpStatus.REFUSED)


class _Step(msgspec.Struct, frozen=True):
    """Something was placed elsewhere, or ``ended``. ``factor``: the one that it makes smaller."""

    at: datetime
    known_at: datetime
    item: UUID
    ended: bool = False
    factor: UUID | None = None


class Elsewhere:
    """What was placed in a support plan, and what ended that; a part of the state."""

    def __init__(self) -> None:
        self.steps: list[_Step] = []

    def at(self, moment: datetime) -> dict[UUID, datetime]:
        """What was there at an instant, and since when, by all that is known."""
        return _there(step for step in self.steps if step.at <= moment)

    def known_at(self, moment: datetime) -> dict[UUID, datetime]:
        """What was there at an instant by what was known then: what one could have asked about."""
        return _there(s for s in self.steps if s.at <= moment and s.known_at <= moment)


def _there(steps: Iterable[_Step]) -> dict[UUID, datetime]:
    found: dict[UUID, _Step] = {}
    for step in sorted(steps, key=lambda each: (each.at, each.ended, each.item)):
        if step.ended:
            found = {i: s for i, s in found.items() if step.item not in (i, s.factor)}
        else:
            found.setdefault(step.item, step)
    return {item: step.at for item, step in found.items()}


@catalogue.fold.on(PlacedElsewhere)
def _placed(state: State, event: PlacedElsewhere, stamp: Stamp) -> None:
    _step(state, stamp, event.item)


@catalogue.fold.on(CarePlaced)
def _care(state: State, event: CarePlaced, stamp: Stamp) -> None:
    if event.place is PlacedIn.SUPPORT_PLAN:
        _step(state, stamp, event.item)


@catalogue.fold.on(ReductionPlanned)
def _planned(state: State, event: ReductionPlanned, stamp: Stamp) -> None:
    if event.place.placed_in is PlacedIn.SUPPORT_PLAN:
        _step(state, stamp, event.item, factor=event.factor)


@catalogue.fold.on(HelpAgreed)
def _helped(state: State, event: HelpAgreed, stamp: Stamp) -> None:
    if event.place.placed_in is PlacedIn.SUPPORT_PLAN and event.status not in _OVER:
        _step(state, stamp, event.item)


@catalogue.fold.on(PlacementEnded)
def _taken_out(state: State, event: PlacementEnded, stamp: Stamp) -> None:
    _step(state, stamp, event.placed, ended=True)


@catalogue.fold.on(StatementWithdrawn)
def _withdrawn(state: State, event: StatementWithdrawn, stamp: Stamp) -> None:
    _step(state, stamp, event.statement, ended=True)


@catalogue.fold.on(FactorLookedAt)
def _gone(state: State, event: FactorLookedAt, stamp: Stamp) -> None:
    if event.trend is Trend.GONE:
        _step(state, stamp, event.factor, ended=True)


@catalogue.fold.on(HelpMoved)
def _moved(state: State, event: HelpMoved, stamp: Stamp) -> None:
    if event.status in _OVER:
        _step(state, stamp, event.item, ended=True)


def _step(
    state: State, stamp: Stamp, item: UUID, ended: bool = False, factor: UUID | None = None
) -> None:
    at = stamp.effective_at
    step = _Step(at, stamp.recorded_at or at, item, ended, factor)
    state[Elsewhere].steps.append(step)
