"""When to think of the next evaluation, and how long it may take at most (R19, R20).

Only days: nobody is sent anything from here.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.course.rhythm import Turn
from services.evaluations.domain.followed.safety import Safety
from shared.eventbase.calendar import end_of_day, local_day
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms

_EARLY = catalogue.threshold("R20-vroeg", 7)
_LATE = catalogue.threshold("R20-laat", 2)
_SUPERVISOR = catalogue.threshold("R20-leidinggevende", Term(working_days=5))
_FIRST_WHEN_ACUTE = catalogue.threshold("R19-eerste-acuut", Term(days=7))
_WHEN_ACUTE = catalogue.threshold("R19-acuut", Term(weeks=2))
_WHEN_STABLE = catalogue.threshold("R19-stabiliteit", Term(weeks=6))
_WHEN_RECOVERING = catalogue.threshold("R19-herstel", Term(weeks=12))
_LONGEST = catalogue.threshold("R19", Term(weeks=13))
# What is due when a day is over ends at the first instant of the next.
_INSTANT = timedelta(microseconds=1)


class Reminders(msgspec.Struct, frozen=True):
    """The days around one evaluation: to remember it, to tell a supervisor, and the last one.

    ``at_latest`` is the last day that fits how unsafe it is; an agreed day may lie after it.
    """

    remind_on: tuple[date, ...]
    supervisor_on: date
    at_latest: date


def reminders(state: State, terms: Terms, turn: Turn, first: bool) -> Reminders:
    """The days around ``turn``; ``first``: no evaluation was held before it."""
    before = (terms.number(name, turn.due_on) for name in (_EARLY, _LATE))
    return Reminders(
        tuple(turn.due_on - timedelta(days=days) for days in before),
        local_day(supervisor_at(terms, turn) - _INSTANT),
        _at_latest(state, terms, turn, first),
    )


def supervisor_at(terms: Terms, turn: Turn) -> datetime:
    """From when on an evaluation that was not held is for a supervisor too (R20)."""
    return terms.due(_SUPERVISOR, turn.due_at - _INSTANT)


def _at_latest(state: State, terms: Terms, turn: Turn, first: bool) -> date:
    term = _longest(state, turn, first)
    return local_day(terms.due(term, turn.opened.at) - _INSTANT)


def _longest(state: State, turn: Turn, first: bool) -> str:
    # What is judged because of an evaluation is judged later on that day.
    by = end_of_day(local_day(turn.opened.at)) - _INSTANT
    stand = state[Safety].stood_at(by)
    if stand is not None and stand.acute:
        return _FIRST_WHEN_ACUTE if first else _WHEN_ACUTE
    if stand is not None and stand.reached:
        recovering = any(at <= by for at in state[Safety].recovering)
        return _WHEN_RECOVERING if recovering else _WHEN_STABLE
    return _LONGEST
