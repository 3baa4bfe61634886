"""The ages at which the rights of a child change by themselves: 12, 16 and 18 (R41).

A birth date is personal content, sealed under its person's own key so that it can be erased. The
duties of a dossier are read without opening anything, by the timer too, so this is no duty: what
follows from a birth date is worked out where a view has opened it for those who may read it.
"""

from __future__ import annotations

import enum
from datetime import date

from services.plans.domain.catalogue import catalogue

WARN_DAYS = catalogue.threshold("R41", 30)
ADULT = 18
_CHANGES = (12, 16, ADULT)


class Consent(enum.Enum):
    """Who decides about help (R41)."""

    HOLDERS = "holders"
    YOUTH_AND_HOLDERS = "youth-and-holders"
    YOUTH = "youth"


def birthday(born: date, age: int) -> date:
    """The day on which somebody reaches an age; born on 29 February: else on 1 March."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age_on(born: date, day: date) -> int:
    """How old somebody is on ``day``."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1


def consent_at(age: int) -> Consent:
    """Who decides about help to somebody of this age."""
    if age < _CHANGES[0]:
        return Consent.HOLDERS
    return Consent.YOUTH_AND_HOLDERS if age < _CHANGES[1] else Consent.YOUTH


def next_change(born: date, day: date) -> tuple[int, date] | None:
    """The next age at which rights change after ``day``, and when; None for an adult."""
    coming = [(age, birthday(born, age)) for age in _CHANGES]
    return next(((age, on) for age, on in coming if on > day), None)
