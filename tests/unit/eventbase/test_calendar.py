"""Days and working days as people in the Netherlands count them (domain 5)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from shared.eventbase.calendar import (
    add_working_days,
    easter,
    end_of_day,
    is_working_day,
    local_day,
    public_holidays,
)


def test_a_day_changes_at_midnight_in_the_netherlands() -> None:
    """An hour or two before midnight UTC."""
    assert local_day(datetime(2025, 1, 1, 22, 59, tzinfo=UTC)) == date(2025, 1, 1)
    assert local_day(datetime(2025, 1, 1, 23, 0, tzinfo=UTC)) == date(2025, 1, 2)
    assert local_day(datetime(2025, 7, 1, 22, 0, tzinfo=UTC)) == date(2025, 7, 2)
    assert end_of_day(date(2025, 7, 1)) == datetime(2025, 7, 1, 22, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2000, 4, 23), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2038, 4, 25), (2285, 3, 22)],
)
def test_easter_falls_when_the_church_says(year: int, month: int, day: int) -> None:
    """Its earliest and latest days too."""
    assert easter(year) == date(year, month, day)


def test_the_public_holidays_of_2025_are_all_there() -> None:
    """A lustrum year, with King's Day on the Saturday because the 27th is a Sunday."""
    assert sorted(public_holidays(2025)) == [
        date(2025, 1, 1),
        date(2025, 4, 20),
        date(2025, 4, 21),
        date(2025, 4, 26),
        date(2025, 5, 5),
        date(2025, 5, 29),
        date(2025, 6, 8),
        date(2025, 6, 9),
        date(2025, 12, 25),
        date(2025, 12, 26),
    ]
    assert date(2026, 5, 5) not in public_holidays(2026)
    assert date(2026, 4, 27) in public_holidays(2026)


def test_working_days_leave_out_weekends_and_holidays() -> None:
    """Five working days from the Thursday before Easter 2025 end on Friday the 25th."""
    thursday = datetime(2025, 4, 17, 10, tzinfo=UTC)
    assert is_working_day(date(2025, 4, 18))  # Good Friday is no holiday at an office
    assert add_working_days(thursday, 5) == end_of_day(date(2025, 4, 25))
    assert add_working_days(thursday, 0) == end_of_day(date(2025, 4, 17))
