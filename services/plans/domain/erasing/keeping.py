"""How long a file is kept: from its last change, or the end of care if that is later (R44)."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.erasing.steps import Step
from services.plans.domain.plan.closing import Closing
from shared.eventbase.calendar import add_months, end_of_day, local_day
from shared.eventbase.erasing import KeysDestroyed
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms

_KEPT = catalogue.threshold("R44", Term(months=240))
_REVIEW = catalogue.threshold("R44-herziening", 12)


class Since(enum.Enum):
    """What the term of keeping runs from."""

    LAST_CHANGE = "last-change"
    END_OF_CARE = "end-of-care"


class Start(msgspec.Struct, frozen=True):
    """What a term runs from: the event, and the moment, which need not be when it happened."""

    event_id: UUID
    at: datetime


class Retention(msgspec.Struct, frozen=True):
    """Until when a file is kept, what that runs from, and when it is looked at again.

    ``until`` is the instant at which the term is over, ``last_day`` the day before it.
    """

    since: Since
    start: Start
    until: datetime
    review_at: datetime

    @property
    def last_day(self) -> date:
        """The last day of the term."""
        return _last_day(self.until)


def retention(state: State, terms: Terms) -> Retention | None:
    """How long the file is kept by what is known; None while there is nothing in it."""
    starts = list(_starts(state))
    if not starts:
        return None
    since, start = max(starts, key=lambda each: each[1].at)
    until = terms.due(_KEPT, start.at)
    months = terms.number(_REVIEW, local_day(start.at))
    review_at = end_of_day(add_months(_last_day(until), -months))
    return Retention(since, start, until, review_at)


def _starts(state: State) -> Iterator[tuple[Since, Start]]:
    changes, closing = list(_changes(state)), state[Closing]
    if changes:
        yield Since.LAST_CHANGE, max(changes, key=lambda each: each.at)
    if closing.closed is not None and closing.mark is not None:
        followed_up = closing.closed.follow_up_until
        # The last day of aftercare is one of care; its first hour is as good as its last.
        ended = end_of_day(followed_up) - _DAY if followed_up else closing.mark.at
        yield Since.END_OF_CARE, Start(closing.mark.event_id, max(ended, closing.mark.at))


_DAY = timedelta(days=1)


def _last_day(until: datetime) -> date:
    return local_day(until) - _DAY


def _changes(state: State) -> Iterator[Start]:
    for recorded in state.folded:
        if not isinstance(recorded.event, Step | KeysDestroyed):
            stamp = recorded.stamp
            yield Start(stamp.event_id, stamp.recorded_at or stamp.effective_at)
