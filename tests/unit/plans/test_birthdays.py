"""The ages at which rights change by themselves (R41)."""

from __future__ import annotations

from services.plans.domain.family.birthdays import (
    Consent,
    age_on,
    birthday,
    consent_at,
    next_change,
)
from tests.unit.plans.case import day

BORN = day("2013-04-09")


def test_rights_change_on_the_birthday_itself() -> None:
    """R41: at 12, 16 and 18."""
    assert age_on(BORN, day("2025-04-08")) == 11
    assert age_on(BORN, day("2025-04-09")) == 12
    assert next_change(BORN, day("2025-04-08")) == (12, day("2025-04-09"))
    assert next_change(BORN, day("2025-04-09")) == (16, day("2029-04-09"))
    assert next_change(BORN, day("2031-04-08")) == (18, day("2031-04-09"))
    assert next_change(BORN, day("2031-04-09")) is None


def test_who_consents_follows_from_the_age() -> None:
    """R41: holders, youth and holders, youth."""
    assert consent_at(11) is Consent.HOLDERS
    assert consent_at(12) is consent_at(15) is Consent.YOUTH_AND_HOLDERS
    assert consent_at(16) is consent_at(40) is Consent.YOUTH


def test_whoever_was_born_on_a_leap_day_gets_older_on_the_first_of_march() -> None:
    """R41: in a year without that day; not a day too early."""
    born = day("2012-02-29")
    assert birthday(born, 12) == day("2024-02-29")
    assert birthday(born, 13) == day("2025-03-01")
    assert age_on(born, day("2025-02-28")) == 12
