"""The threads of a running town: one per follower, and one that keeps time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from shared.feed.backoff import Backoff
from shared.feed.follower import Follower
from shared.service.world import World
from shared.web.logs import where

Timer = Callable[[datetime], int]
TICK = 1.0


class Threads:
    """Threads that were started. They are no daemons: the process ends after their last step."""

    def __init__(
        self, followers: Iterable[Follower], timers: Sequence[Timer], world: World
    ) -> None:
        self._stop = threading.Event()
        self._world = world
        self._threads = [self._following(follower) for follower in followers]
        if timers:
            self._threads.append(threading.Thread(target=self._keep_time, args=(timers,)))
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Lets each finish its step, and waits for it."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _following(self, follower: Follower) -> threading.Thread:
        return threading.Thread(target=follower.run, args=(self._stop, self._stop.wait))

    def _keep_time(self, timers: Sequence[Timer]) -> None:
        backoff = Backoff(self._world.chance, first=TICK)
        failures = 0
        while not self._stop.is_set():
            failures = 0 if self._tick(timers) else failures + 1
            self._stop.wait(backoff.after(failures) if failures else TICK)

    def _tick(self, timers: Sequence[Timer]) -> bool:
        """Whether every timer went well: one that fails does not keep the others from theirs."""
        return sum(self._ring(timer) for timer in timers) == len(timers)

    def _ring(self, timer: Timer) -> bool:
        try:
            timer(self._world.clock())
        except Exception as error:
            # What went wrong may pass, and nobody else is there to notice.
            self._world.log.error("klok", error=type(error).__name__, where=where(error))
            return False
        return True
