"""Following one feed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import msgspec

from shared.feed.alarm import Alarm, Rewound
from shared.feed.backoff import Backoff
from shared.feed.inbox import Inbox
from shared.feed.source import Source


class Status(msgspec.Struct, frozen=True):
    """How a follower is doing: how far it is, how many positions behind, and what is wrong.

    ``error`` is the class of the last failure while it lasts; ``alarm`` the sentence for the
    operator while the follower stands still.
    """

    position: int = 0
    lag: int = 0
    failures: int = 0
    error: str | None = None
    alarm: str | None = None


class Stop(Protocol):
    """What tells a follower to stop, such as a threading.Event."""

    def is_set(self) -> bool:
        """Whether it is time to stop."""
        ...


class Follower:
    """Keeps one inbox up with one source. Starts nothing by itself: ``run`` is the loop."""

    def __init__(self, source: Source, inbox: Inbox, backoff: Backoff, batch: int = 200) -> None:
        self._source = source
        self._inbox = inbox
        self._backoff = backoff
        self._batch = batch
        self.status = Status()

    def step(self) -> int:
        """Takes one batch; how far that moved the position. Raises what went wrong."""
        position = self._inbox.position(self._source.name)
        batch = self._source.read(position, self._batch)
        if batch.last < position:
            raise Rewound(self._source.name, position)
        if batch.reached > position:
            self._inbox.take(self._source.name, batch)
        self.status = Status(batch.reached, batch.last - batch.reached)
        return batch.reached - position

    def run(self, stop: Stop, wait: Callable[[float], bool], idle: float = 0.05) -> None:
        """Follows until stopped. ``wait`` sleeps so many seconds, or less when stopped."""
        while not stop.is_set():
            pause = self._attempt(idle)
            if pause and wait(pause):
                return

    def _attempt(self, idle: float) -> float:
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
        before = self.status
        position = error.position if isinstance(error, Alarm) else before.position
        lag = max(0, before.position + before.lag - position)
        self.status = Status(position, lag, before.failures + 1, type(error).__name__, alarm)
