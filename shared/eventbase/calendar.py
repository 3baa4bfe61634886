"""Days as people in the Netherlands count them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def local_day(at: datetime) -> date:
    """The calendar day in the Netherlands at an instant."""
    return at.astimezone(AMSTERDAM).date()


def end_of_day(day: date) -> datetime:
    """The instant at which ``day`` is over in the Netherlands."""
    return datetime.combine(day + timedelta(days=1), time(), AMSTERDAM)


def add_working_days(at: datetime, days: int) -> datetime:
    """The end of the day that is ``days`` working days after ``at``.

    Working days are Monday to Friday without Dutch public holidays (domain.md 5).
    """
    day = local_day(at)
    while days > 0:
        day += timedelta(days=1)
        days -= is_working_day(day)
    return end_of_day(day)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_working_day(day: date) -> bool:
    """Whether a Dutch office is open on ``day``."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The Dutch public holidays of a year; 5 May only in lustrum years."""
    moving = {easter(year) + timedelta(days=offset) for offset in (0, 1, 39, 49, 50)}
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    liberation = {date(year, 5, 5)} if year % 5 == 0 else set()
    return frozenset(moving | fixed | liberation | {_kings_day(year)})


def _kings_day(year: int) -> date:
    day = date(year, 4, 27)
    return day if day.weekday() < 6 else date(year, 4, 26)


def easter(year: int) -> date:
    """Easter Sunday, by Gauss's method in the form of Meeus (Gregorian calendar)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)
