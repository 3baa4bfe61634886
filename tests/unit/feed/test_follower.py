"""Following: the loop, its waiting, and what it tells about itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.feed.alarm import Regrown, Rewound
from shared.feed.backoff import Backoff
from shared.feed.delivery import Batch, Damaged, Reason
from shared.feed.follower import Follower
from shared.feed.ports import NoProjection
from shared.feed.source import Source
from tests.contract.feed.memory import MemoryInbox
from tests.unit.feed.feeds import CHECKS, PLANS, START, ListSource, batch, feed, message

NOW = START + timedelta(days=1)


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
    return Follower(source, inbox, Backoff(lambda: 1.0, first=1.0, most=30.0), lambda: NOW, batch)


def run(following: Follower, patience: Patience) -> list[float]:
    """Runs until patience ends; how long it waited each time."""
    following.run(patience, patience.wait, idle=0.05)
    return patience.waited


def well(following: Follower) -> int:
    """How far it is; fails unless all is well and nothing is left."""
    status = following.status
    assert (status.lag, status.failures, status.error, status.alarm) == (0, 0, None, None)
    return status.position


def test_a_step_takes_one_batch() -> None:
    following = follower(ListSource(feed([0, 1, 0])))
    assert [following.step(), following.step(), following.step()] == [2, 1, 0]
    assert well(following) == 3


def test_the_lag_is_what_the_source_is_ahead() -> None:
    following = follower(ListSource(feed([0] * 9)))
    following.step()
    assert (following.status.position, following.status.lag) == (2, 7)


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
    assert well(following) == 2


def test_its_status_names_the_failure_while_it_lasts() -> None:
    following = follower(Failing(9))
    run(following, Patience(2))
    assert (following.status.failures, following.status.error) == (2, "ConnectionError")


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
    assert well(following) == 3


def test_a_source_that_was_put_back_is_an_alarm() -> None:
    """Following on would take new events for old ones."""
    source = ListSource(feed([0, 1, 0]))
    following = follower(source, batch=10)
    following.step()
    source.deliveries.pop()
    with pytest.raises(Rewound):
        following.step()


def test_a_source_that_was_put_back_and_grew_past_us_is_an_alarm() -> None:
    """At its end as well, where there is nothing to take."""
    source = ListSource(feed([0, 1, 0]))
    following = follower(source, batch=10)
    following.step()
    source.deliveries[2] = message(3, 0, 2, event_id=PLANS[0])
    with pytest.raises(Regrown):
        following.step()


def test_its_status_tells_what_it_took_last_and_when_it_had_all() -> None:
    """For how long it is behind, and whether it is at all."""
    following = follower(ListSource(feed([0, 1, 0])))
    following.step()
    assert following.status.recorded_at == message(2).recorded_at
    assert following.status.caught_up_at is None
    following.step()
    following.step()
    assert following.status.recorded_at == message(3).recorded_at
    assert following.status.caught_up_at == NOW


def test_its_status_keeps_that_while_something_is_wrong() -> None:
    source = ListSource(feed([0]))
    following = follower(source)
    following.step()
    source.deliveries.clear()
    run(following, Patience(1))
    assert following.status.error == "Rewound"
    assert (following.status.recorded_at, following.status.caught_up_at) == (
        message(1).recorded_at,
        NOW,
    )


class Moving(ListSource):
    """A transport that gets on in what was taken by another way, and tells where it is."""

    def read(self, after: int, limit: int) -> Batch:
        return batch([], after=after, hint="topic:9")


def test_where_the_transport_is_gets_kept_without_any_news() -> None:
    """Once: after that there is nothing to do."""
    inbox = MemoryInbox(NoProjection(), CHECKS)
    following = follower(Moving([]), inbox)
    assert [following.step(), following.step()] == [1, 0]
    assert inbox.place("plans").hint == "topic:9"


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
    assert well(following) == 3
    assert inbox.digest().rows == 3


@given(st.integers(1, 10**6), st.floats(0, 1))
def test_waiting_is_bounded(failures: int, chance: float) -> None:
    """Never longer than the most, never shorter than half of what it should be."""
    waits = Backoff(lambda: chance, first=0.1, most=30.0)
    assert 0.05 <= waits.after(failures) <= 30.0
    assert waits.after(1) <= 0.1
