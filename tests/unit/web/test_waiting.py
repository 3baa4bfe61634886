"""Waiting for news: a few at a time, and never longer than was asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from shared.web.waiting import WaitingRoom


class Time:
    """A clock that only sleeping moves, and what happens at a moment."""

    def __init__(self) -> None:
        self.now = 0.0
        self.then: Callable[[], None] = lambda: None

    def __call__(self) -> float:
        """The moment it is."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Moves on."""
        self.now += seconds
        self.then()


@pytest.fixture
def time() -> Time:
    return Time()


def test_it_waits_no_longer_than_was_asked(time: Time) -> None:
    """To the look that comes after it."""
    WaitingRoom(1, time, time.sleep).until(lambda: False, 3)
    assert 3 <= time.now < 3.1


def test_it_waits_until_there_is_news(time: Time) -> None:
    """And not at all for news that is there already."""
    room = WaitingRoom(1, time, time.sleep)
    room.until(lambda: True, 3)
    assert time.now == 0
    room.until(lambda: time.now > 1, 3)
    assert 1 < time.now < 1.1


def test_who_finds_no_seat_does_not_wait(time: Time) -> None:
    """The one who has it goes on waiting, and leaves it to the next."""
    room = WaitingRoom(1, time, time.sleep)
    met: list[float] = []

    def come_in() -> None:
        before = time.now
        room.until(lambda: False, 3)
        met.append(time.now - before)

    time.then = lambda: None if met else come_in()
    room.until(lambda: False, 1)
    assert met == [0.0]
    room.until(lambda: False, 1)
    assert time.now >= 2


def test_a_seat_is_left_when_looking_goes_wrong(time: Time) -> None:
    """A database that fails must not use up all seats."""
    room = WaitingRoom(1, time, time.sleep)
    with pytest.raises(ZeroDivisionError):
        room.until(lambda: bool(1 / 0), 1)
    room.until(lambda: False, 1)
    assert time.now >= 1


def test_nobody_waits_in_a_room_that_was_closed(time: Time) -> None:
    """Whoever is waiting goes, and whoever comes does not begin."""
    room = WaitingRoom(1, time, time.sleep)
    time.then = room.close
    room.until(lambda: False, 3)
    assert time.now < 0.1
    room.until(lambda: False, 3)
    assert time.now < 0.1
