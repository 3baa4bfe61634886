"""The ages at which the rights of a child change by themselves: 12, 16 and 18 (R41).

A birth date is personal content, sealed under its person's own key so that it can be erased. The
duties of a dossier are read without opening anything, by the timer too, so this is no duty: what
follows from a birth date is worked out where a view has opened it for those who may read it.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import date

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import People
from shared.eventbase.passing import Passed, Passing, start_of_day
from shared.eventbase.sentence import Words
from shared.eventbase.state import State

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


_FROM_THEN = {
    12: "beslist vanaf dan mee over hulp",
    16: "beslist vanaf dan zelf over hulp",
    ADULT: "is vanaf dan volwassen",
}


@catalogue.by_itself
def _birthdays(state: State, words: Words) -> Iterator[Passing]:
    for person in state[People].all.values():
        born = _born(words.text(person.details, "birth_date"))
        if born is None:
            continue
        for age in _CHANGES:
            on = birthday(born, age)
            who = words.name(person.person)
            told = f"{who} werd {age} op {on:%d-%m-%Y} en {_FROM_THEN[age]}."
            yield Passing(person.person, start_of_day(on), Passed.CHANGED, told)


def _born(said: str) -> date | None:
    # Nothing, or a marker of what was erased, is no date.
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None
