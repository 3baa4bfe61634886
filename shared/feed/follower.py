"""Following one feed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

import msgspec

from shared.feed.alarm import Alarm
from shared.feed.backoff import Backoff
from shared.feed.continuity import check_continuity
from shared.feed.delivery import Batch
from shared.feed.inbox import Taken
from shared.feed.message import Message
from shared.feed.place import Place
from shared.feed.source import Source
from shared.feed.watching import Unwatched, Watch


class Status(msgspec.Struct, frozen=True):
    """How a follower is doing: how far it is, how many positions behind, and what is wrong.

    ``recorded_at`` is when the last message that it took was recorded; ``caught_up_at`` when it
    last found nothing more to take. Both are None until it has, since this process started.
    ``error`` is the class of the last failure while it lasts; ``alarm`` the sentence for the
    operator while the follower stands still.
    """

    position: int = 0
    lag: int = 0
    failures: int = 0
    error: str | None = None
    alarm: str | None = None
    recorded_at: datetime | None = None
    caught_up_at: datetime | None = None


class Stop(Protocol):
    """What tells a follower to stop, such as a threading.Event."""

    def is_set(self) -> bool:
        """Whether it is time to stop."""
        ...


class Following(Protocol):
    """Something that keeps an inbox up with a feed, whatever the transport."""

    @property
    def status(self) -> Status:
        """How it is doing."""
        ...

    def step(self) -> int:
        """Takes some of what there is; 0 when there was nothing. Raises what went wrong."""
        ...

    def run(self, stop: Stop, wait: Callable[[float], bool], idle: float = 0.05) -> None:
        """Follows until stopped. ``wait`` sleeps so many seconds, or less when stopped."""
        ...


class Taker(Protocol):
    """What a follower brings batches to: an inbox, or a relay that sends them on."""

    def begin(self, source: str) -> None:
        """Gets ready to go on with a source."""
        ...

    def place(self, source: str) -> Place:
        """How far it took a source."""
        ...

    def take(self, source: str, batch: Batch) -> Taken:
        """Takes a batch that was read at its place, and moves it."""
        ...


class Follower:
    """Keeps one inbox up with one source. Starts nothing by itself: ``run`` is the loop."""

    def __init__(
        self,
        source: Source,
        inbox: Taker,
        backoff: Backoff,
        clock: Callable[[], datetime],
        batch: int = 200,
        watch: Watch | None = None,
    ) -> None:
        self._source = source
        self._inbox = inbox
        self._backoff = backoff
        self._clock = clock
        self._batch = batch
        self._watch = watch or Unwatched()
        self._begun = False
        self.status = Status()

    def begin(self) -> None:
        """Gets its inbox ready: another version may have followed since we last did."""
        self._inbox.begin(self._source.name)
        self._begun = True

    def step(self) -> int:
        """Takes one batch; how far that moved the position, or else whether it moved the hint.

        Raises what went wrong.
        """
        name = self._source.name
        if not self._begun:
            self.begin()
        place = self._inbox.place(name)
        batch = self._source.read(place.position, self._batch)
        self._watch.heard()
        check_continuity(name, place, batch)
        elsewhere = batch.hint not in (None, place.hint)
        with self._watch.taking(batch):
            if batch.deliveries or elsewhere or batch.reached > place.position:
                self._inbox.take(name, batch)
        self.status = self._went_well(batch)
        return batch.reached - place.position or int(elsewhere)

    def run(self, stop: Stop, wait: Callable[[float], bool], idle: float = 0.05) -> None:
        """Follows until stopped. ``wait`` sleeps so many seconds, or less when stopped."""
        self._begun = False
        while not stop.is_set():
            pause = self.attempt(idle)
            if pause and wait(pause):
                break
        self._watch.stopped()

    def attempt(self, idle: float) -> float:
        """One step that raises nothing; the seconds to wait after it, 0 when there may be more."""
        self._watch.stepped()
        try:
            return 0.0 if self.step() else idle
        except Alarm as alarm:
            self._failed(alarm, str(alarm))
            # Still looked at now and then: it goes on by itself once the source is repaired.
            return self._backoff.most
        except Exception as error:
            # Anything else may pass: a lock, a lost connection, another follower.
            self._failed(error, None)
            return self._backoff.after(self.status.failures)

    def _failed(self, error: Exception, alarm: str | None) -> None:
        self._watch.failed()
        before = self.status
        position = error.position if isinstance(error, Alarm) else before.position
        lag = max(0, before.position + before.lag - position)
        self.status = msgspec.structs.replace(
            before,
            position=position,
            lag=lag,
            failures=before.failures + 1,
            error=type(error).__name__,
            alarm=alarm,
        )

    def _went_well(self, batch: Batch) -> Status:
        times = [d.recorded_at for d in batch.deliveries if isinstance(d, Message)]
        lag = batch.last - batch.reached
        return Status(
            position=batch.reached,
            lag=lag,
            recorded_at=max(times, default=self.status.recorded_at),
            caught_up_at=self.status.caught_up_at if lag else self._clock(),
        )
