"""The rhythm of evaluating: when the next one is due, by the agreed schedule (W8.2).

The first day is the agreed one, and after every evaluation the next is so many weeks later. A
version with another schedule starts again with its own first day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import msgspec

from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.values import Rhythm
from services.evaluations.domain.sitting.evaluations import Evaluations
from shared.eventbase.calendar import end_of_day, local_day
from shared.eventbase.obligation import Mark
from shared.eventbase.state import State


class Turn(msgspec.Struct, frozen=True):
    """One evaluation that was due on a day: from when, and what ended it (held, or re-agreed)."""

    due_on: date
    opened: Mark
    closed: Mark | None = None

    @property
    def due_at(self) -> datetime:
        """The instant at which that day is over; from then on it is overdue."""
        return end_of_day(self.due_on)


class _Step(msgspec.Struct, frozen=True):
    """Something that moves the rhythm on: an evaluation, another schedule, or the end."""

    mark: Mark
    schedule: Rhythm | None = None
    evaluated: bool = False


def turns(state: State) -> list[Turn]:
    """Every evaluation that was ever due, in order; the last is open unless the plan ended."""
    found: list[Turn] = []
    schedule: Rhythm | None = None
    for step in sorted(_steps(state), key=lambda each: (each.mark.at, not each.evaluated)):
        schedule = schedule if step.evaluated else step.schedule
        if found and found[-1].closed is None:
            found[-1] = msgspec.structs.replace(found[-1], closed=step.mark)
        if schedule is not None:
            found.append(Turn(_next(schedule, step), step.mark))
    return found


def _next(schedule: Rhythm, step: _Step) -> date:
    if not step.evaluated:
        return schedule.first_on
    return local_day(step.mark.at) + timedelta(weeks=schedule.every_weeks)


def _steps(state: State) -> Iterator[_Step]:
    yield from _agreed(state)
    evaluations = state[Evaluations]
    for key in evaluations.completed.keys() & evaluations.all.keys():
        mark = Mark(evaluations.completed[key].event_id, evaluations.all[key].started.at)
        yield _Step(mark, evaluated=True)
    ended = state[Plan].ended
    if ended is not None:
        yield _Step(ended)


def _agreed(state: State) -> Iterator[_Step]:
    """The versions in which the schedule became another."""
    before: Rhythm | None = None
    for number in sorted(state[Plan].versions):
        version = state[Plan].versions[number]
        if version.made.schedule != before:
            before = version.made.schedule
            yield _Step(version.mark, before)
