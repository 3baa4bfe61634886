"""What begins, ends or changes by itself because a day came: nobody does it, nothing records it."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from shared.eventbase.calendar import end_of_day

_DAY = timedelta(days=1)


class Passed(enum.Enum):
    """What a moment did to something."""

    BEGAN = "began"
    ENDED = "ended"
    CHANGED = "changed"


class Passing(msgspec.Struct, frozen=True):
    """At ``at`` this item began, ended or changed by itself. ``sentence`` says so in Dutch."""

    item: UUID
    at: datetime
    passed: Passed
    sentence: str


def start_of_day(day: date) -> datetime:
    """The instant at which ``day`` begins in the Netherlands."""
    return end_of_day(day - _DAY)


def days_passed(
    item: UUID, what: str, since: datetime, first: date | None, last: date | None
) -> Iterator[Passing]:
    """That something with inclusive days began after it was agreed on, and that it ended.

    ``what`` begins the sentence; ``since``: when it was agreed on.
    """
    if first is not None and start_of_day(first) > since:
        told = f"{what} ging vanzelf in op {first:%d-%m-%Y}."
        yield Passing(item, start_of_day(first), Passed.BEGAN, told)
    # The last year of the calendar is how people write "without end".
    if last is not None and last.year < date.max.year:
        told = f"{what} liep vanzelf af op {last:%d-%m-%Y}."
        yield Passing(item, end_of_day(last), Passed.ENDED, told)


def between(passings: Iterable[Passing], one: datetime, other: datetime) -> list[Passing]:
    """Those that came after the earlier of two moments and not after the later, in order."""
    earlier, later = sorted((one, other))
    found = [each for each in passings if earlier < each.at <= later]
    return sorted(found, key=lambda each: (each.at, each.sentence))
