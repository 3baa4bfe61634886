"""Following: the loop, its waiting, and what it tells about itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.feed.alarm import Rewound
from shared.feed.backoff import Backoff
from shared.feed.delivery import Batch, Damaged, Reason
from shared.feed.follower import Follower, Status
from shared.feed.ports import NoProjection
from shared.feed.source import Source
from tests.contract.feed.memory import MemoryInbox
from tests.unit.feed.feeds import CHECKS, ListSource, feed, message


class Patience:
    """A stop signal and a clock in one: stops after so many waits, and does things in between."""

    def __init__(self, waits: int, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.waited: list[float] = []
        self._waits = waits
        self._meanwhile = meanwhile

    def is_set(self) -> bool:
        return len(self.waited) >= self._waits

    def wait(self, seconds: float) -> bool:
        self.waited.append(seconds)
        self._meanwhile()
        return self.is_set()


class Failing(ListSource):
    """A source that is away at first."""

    def __init__(self, failures: int) -> None:
        super().__init__(feed([0, 1]))
        self._failures = failures

    def read(self, after: int, limit: int) -> Batch:
        if self._failures:
            self._failures -= 1
            raise ConnectionError
        return super().read(after, limit)


def follower(source: Source, inbox: MemoryInbox | None = None, batch: int = 2) -> Follower:
    inbox = inbox or MemoryInbox(NoProjection(), CHECKS)
    return Follower(source, inbox, Backoff(lambda: 1.0, first=1.0, most=30.0), batch)


def run(following: Follower, patience: Patience) -> list[float]:
    """Runs until patience ends; how long it waited each time."""
    following.run(patience, patience.wait, idle=0.05)
    return patience.waited


def test_a_step_takes_one_batch() -> None:
    following = follower(ListSource(feed([0, 1, 0])))
    assert [following.step(), following.step(), following.step()] == [2, 1, 0]
    assert following.status == Status(position=3, lag=0)


def test_the_lag_is_what_the_source_is_ahead() -> None:
    following = follower(ListSource(feed([0] * 9)))
    following.step()
    assert following.status == Status(position=2, lag=7)


def test_it_does_not_wait_while_there_is_more() -> None:
    """And looks again after a short while when there is not."""
    following = follower(ListSource(feed([0] * 9)))
    assert run(following, Patience(2)) == [0.05, 0.05]
    assert following.status.position == 9


def test_it_stops_between_batches() -> None:
    """A stop signal that comes first takes nothing at all."""
    following = follower(ListSource(feed([0])))
    assert run(following, Patience(0)) == []
    assert following.status.position == 0


def test_it_waits_longer_after_every_failure_and_recovers() -> None:
    following = follower(Failing(3))
    assert run(following, Patience(4)) == [1.0, 2.0, 4.0, 0.05]
    assert following.status == Status(position=2, lag=0)


def test_its_status_names_the_failure_while_it_lasts() -> None:
    following = follower(Failing(9))
    run(following, Patience(2))
    assert following.status == Status(failures=2, error="ConnectionError")


def test_it_stands_still_on_an_alarm_until_the_source_is_repaired() -> None:
    """The operator gets a sentence; what stood before it was taken; no restart is needed."""
    damaged = Damaged(2, Reason.NOT_JSON, b"{")
    source = ListSource([message(1), damaged, message(3)])
    following = follower(source, batch=10)
    assert run(following, Patience(2)) == [30.0, 30.0]
    status = following.status
    assert (status.position, status.error, status.failures) == (1, "Keyless", 2)
    assert status.alarm is not None and status.alarm.startswith("plans staat stil na positie 1")
    source.deliveries[1] = message(2)
    run(following, Patience(1))
    assert following.status == Status(position=3, lag=0)


def test_a_source_that_was_put_back_is_an_alarm() -> None:
    """Following on would take new events for old ones."""
    source = ListSource(feed([0, 1, 0]))
    following = follower(source, batch=10)
    following.step()
    source.deliveries.pop()
    with pytest.raises(Rewound):
        following.step()


def test_another_follower_costs_it_a_turn_and_no_more() -> None:
    """Fenced off, it starts again from where the other one is."""
    source = ListSource(feed([0, 1, 2]))
    inbox = MemoryInbox(NoProjection(), CHECKS)

    class Overtaken(ListSource):
        def read(self, after: int, limit: int) -> Batch:
            late = super().read(after, limit)
            if after == 0:
                inbox.take("plans", source.read(0, 10))
            return late

    following = follower(Overtaken(source.deliveries), inbox)
    assert run(following, Patience(2)) == [1.0, 0.05]
    assert following.status == Status(position=3, lag=0)
    assert inbox.digest().rows == 3


@given(st.integers(1, 10**6), st.floats(0, 1))
def test_waiting_is_bounded(failures: int, chance: float) -> None:
    """Never longer than the most, never shorter than half of what it should be."""
    waits = Backoff(lambda: chance, first=0.1, most=30.0)
    assert 0.05 <= waits.after(failures) <= 30.0
    assert waits.after(1) <= 0.1
