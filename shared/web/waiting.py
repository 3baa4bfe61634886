"""Where requests wait for news: a few at a time, because each of them keeps a thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

_SEATS = 6
_LOOK_EVERY = 0.02


class WaitingRoom:
    """One per process. ``now`` is a clock that never goes back, ``sleep`` takes seconds.

    Who finds no seat does not wait at all, nor does anybody once it was closed.
    """

    def __init__(
        self,
        seats: int = _SEATS,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._seats = threading.BoundedSemaphore(seats)
        self._now = now
        self._sleep = sleep
        self._closed = False

    def until(self, news: Callable[[], bool], seconds: float) -> None:
        """Waits until there is news, and no longer than ``seconds``."""
        if not seconds or not self._seats.acquire(blocking=False):
            return
        try:
            self._wait(news, self._now() + seconds)
        finally:
            self._seats.release()

    def close(self) -> None:
        """Lets everybody go, for good: the server stops."""
        self._closed = True

    def _wait(self, news: Callable[[], bool], until: float) -> None:
        while not (self._closed or news() or self._now() >= until):
            self._sleep(_LOOK_EVERY)
