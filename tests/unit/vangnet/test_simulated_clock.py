"""The clock of demo and journeys: as real as it was set."""

from datetime import UTC, datetime, timedelta

import pytest

from vangnet.world import SimulatedClock

START = datetime(2025, 3, 10, 9, 10, tzinfo=UTC)
TICK = timedelta(microseconds=1)


def test_each_reading_is_a_microsecond_later():
    """Two things that are done one after the other do not happen at the same moment."""
    clock = SimulatedClock(START)
    assert [clock(), clock(), clock()] == [START, START + TICK, START + 2 * TICK]


def test_it_can_stand_still():
    """For whoever wants exactly one moment."""
    clock = SimulatedClock(START, timedelta(0))
    assert clock() == clock() == START


def test_it_goes_to_the_moment_that_it_is_set_to():
    """Row by row, in any time zone."""
    clock = SimulatedClock(START)
    later = datetime.fromisoformat("2025-04-01T10:00:00+02:00")
    clock.set(later)
    assert clock() == later
    assert clock().tzinfo is UTC


def test_it_goes_back_only_when_that_is_meant():
    """A slip in a case would otherwise record things in an order that cannot be."""
    clock = SimulatedClock(START)
    clock()
    with pytest.raises(ValueError, match="back"):
        clock.set(START)
    clock.set(START, back=True)
    assert clock() == START
