"""Following a service's feed over Kafka: all its partitions, in one thread."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from shared.feed.alarm import Alarm
from shared.feed.backoff import Backoff
from shared.feed.follower import Follower, Status, Stop
from shared.feed.kafka.feed import KafkaFeed
from shared.feed.kafka.part import Part
from shared.feed.kafka.source import KafkaSource
from shared.feed.watching import Unwatched, Watch


class KafkaFollower:
    """Keeps one inbox up with all partitions of a feed; seen from outside it is one follower.

    ``follow`` makes the follower of one partition. An alarm stops the partition that it is about
    and no other. ``feed_itself`` follows the feed without Kafka, for what Kafka no longer has;
    its source must not hold a question until there is news. ``clock`` is monotonic, in seconds;
    ``now`` tells the time.
    """

    def __init__(
        self,
        feed: KafkaFeed,
        feed_itself: Follower,
        follow: Callable[[KafkaSource], Follower],
        backoff: Backoff,
        clock: Callable[[], float],
        now: Callable[[], datetime],
        watch: Watch | None = None,
    ) -> None:
        self._feed = feed
        self._feed_itself = feed_itself
        self._follow = follow
        self._backoff = backoff
        self._clock = clock
        self._now = now
        self._watch = watch or Unwatched()
        self._parts: list[Part] = []
        self._quiet = 0.0
        self.status = Status()

    @property
    def follows(self) -> bool:
        """Whether it has what was missing, and goes on from the topic."""
        return bool(self._feed.sources) and not self._feed.missing

    def step(self) -> int:
        """Takes what there is, at most a batch of each partition; how far that moved them all.

        Raises what went wrong, of the first partition where something did.
        """
        if self._catches_up():
            return self._feed_itself.step() or self._level()
        self._feed.poll(self._quiet)
        return sum(part.follower.step() for part in self._parts if part.source.waiting)

    def run(self, stop: Stop, wait: Callable[[float], bool], idle: float = 0.05) -> None:
        """Follows until stopped. ``wait`` sleeps so many seconds, or less when stopped."""
        while not stop.is_set():
            pause = self.attempt(idle)
            if pause and wait(pause):
                break
        self.close()
        self._watch.stopped()

    def close(self) -> None:
        """Closes the connections to the brokers."""
        self._feed.close()
        self._parts = []

    def attempt(self, idle: float) -> float:
        """One round that raises nothing; the seconds to wait after it."""
        self._watch.stepped()
        try:
            if self._catches_up():
                return self._fetch(idle)
            self._feed.poll(self._quiet)
            self._watch.heard()
        except Exception as error:
            return self._failed(error)
        moved = [part.attempt(self._clock(), idle) for part in self._parts]
        # With nothing to do it waits in the poll, where news ends the waiting.
        self._quiet = 0.0 if any(moved) else idle
        self._tell()
        return 0.0

    def _catches_up(self) -> bool:
        if not self._feed.sources:
            self._feed_itself.begin()
            self._feed.connect()
            self._parts = [Part(s, self._follow(s)) for s in self._feed.sources]
        return self._feed.missing

    def _fetch(self, idle: float) -> float:
        pause = self._feed_itself.attempt(idle)
        self.status = self._feed_itself.status
        if self.status.error is None and pause:
            return self._level()
        return pause

    def _level(self) -> int:
        self._feed.caught_up()
        return 0

    def _tell(self) -> None:
        told = [part.follower.status for part in self._parts]
        wrong = next((status for status in told if status.error is not None), Status())
        lag = sum(status.lag for status in told)
        times = [s.recorded_at for s in (*told, self._feed_itself.status) if s.recorded_at]
        self.status = Status(
            position=max(s.position for s in (*told, self._feed_itself.status)),
            lag=lag,
            failures=sum(status.failures for status in told),
            error=wrong.error,
            alarm=wrong.alarm,
            recorded_at=max(times, default=None),
            caught_up_at=self.status.caught_up_at if lag or wrong.error else self._now(),
        )

    def _failed(self, error: Exception) -> float:
        self.close()
        self._watch.failed()
        alarm = str(error) if isinstance(error, Alarm) else None
        self.status = Status(
            position=self.status.position,
            lag=self.status.lag,
            failures=self.status.failures + 1,
            error=type(error).__name__,
            alarm=alarm,
        )
        return self._backoff.most if alarm else self._backoff.after(self.status.failures)
