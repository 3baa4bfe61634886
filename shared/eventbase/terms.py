"""How long people have, and which numbers ask for attention: the thresholds of domain.md 5.

A topic gives each threshold a name that begins with its rule ("R23-acuut") and a value; whoever
runs Vangnet may set another from a day on. The day on which a term begins decides which holds.
So it is with lists to choose from ("T7-instrumenten").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

import msgspec

from shared.eventbase.calendar import add_months, add_working_days, end_of_day, local_day


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A length of time, of which one is given: clock ``hours``, or days in the Netherlands.

    In working days, days, weeks or months it ends when the last of those days is over.
    """

    hours: int | None = None
    working_days: int | None = None
    days: int | None = None
    weeks: int | None = None
    months: int | None = None

    def due(self, since: datetime) -> datetime:
        """The instant from which it is too late."""
        if self.hours is not None:
            return since + timedelta(hours=self.hours)
        if self.working_days is not None:
            return add_working_days(since, self.working_days)
        days = (self.days or 0) + 7 * (self.weeks or 0)
        return end_of_day(add_months(local_day(since), self.months or 0) + timedelta(days=days))


def rule_of(name: str) -> str:
    """The rule that a threshold belongs to: "R23" of "R23-acuut"."""
    return name.partition("-")[0]


Value = Term | int | tuple[str, ...]


class Threshold(msgspec.Struct, frozen=True):
    """What a threshold is from ``valid_from`` on: a term, a number, or a list to choose from."""

    value: Value
    valid_from: date = date.min


class Terms:
    """The thresholds of one service: its own, and those set by whoever runs it.

    Raises KeyError for a threshold that no topic knows.
    """

    def __init__(
        self,
        own: Mapping[str, Value],
        others: Mapping[str, Iterable[Threshold]] | None = None,
    ) -> None:
        self._of = {name: [Threshold(value)] for name, value in own.items()}
        for name, set_later in (others or {}).items():
            self._of[name] = sorted([*self._of[name], *set_later], key=lambda t: t.valid_from)

    def due(self, name: str, since: datetime) -> datetime:
        """The instant from which what began at ``since`` is too late."""
        value = self._at(name, local_day(since))
        if not isinstance(value, Term):
            raise TypeError(f"{name} is no term")
        return value.due(since)

    def number(self, name: str, day: date) -> int:
        """The number that asks for attention on ``day``."""
        value = self._at(name, day)
        if not isinstance(value, int):
            raise TypeError(f"{name} is no number")
        return value

    def choices(self, name: str, day: date) -> tuple[str, ...]:
        """What could be chosen from on ``day``."""
        value = self._at(name, day)
        if not isinstance(value, tuple):
            raise TypeError(f"{name} is no list")
        return value

    def _at(self, name: str, day: date) -> Value:
        return next(t.value for t in reversed(self._of[name]) if t.valid_from <= day)
