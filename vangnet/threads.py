"""The threads of a running town: one per follower, and one that keeps time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from shared.feed.backoff import Backoff
from shared.feed.follower import Follower
from shared.service.world import World
from shared.web.logs import where

Timer = Callable[[datetime], int]
TICK = 1.0
# Between looks at a feed with nothing new: short enough for whoever waits for it, and cheap.
_IDLE = 0.1


class Threads:
    """Threads that were started. They are no daemons: the process ends after their last step.

    What keeps a follower from its source is logged when it begins, under the follower's name.
    """

    def __init__(
        self, followers: Mapping[str, Follower], timers: Sequence[Timer], world: World
    ) -> None:
        self._stop = threading.Event()
        self._followers = followers
        self._timers = timers
        self._world = world
        self._wrong: dict[str, str | None] = {}
        self._threads = [self._following(follower) for follower in followers.values()]
        self._threads.append(threading.Thread(target=self._keep_time, name="klok"))
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Lets each finish its step, and waits for it."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _following(self, follower: Follower) -> threading.Thread:
        return threading.Thread(target=follower.run, args=(self._stop, self._stop.wait, _IDLE))

    def _keep_time(self) -> None:
        backoff = Backoff(self._world.chance, first=TICK)
        failures = 0
        while not self._stop.is_set():
            self._watch()
            failures = 0 if self._tick() else failures + 1
            self._stop.wait(backoff.after(failures) if failures else TICK)

    def _watch(self) -> None:
        for name, follower in self._followers.items():
            status = follower.status
            if status.error != self._wrong.get(name) and status.error is not None:
                seen = {"error": status.error, "seq": status.position, "lag": status.lag}
                self._world.log.error("volgen", part=name, **seen)
            self._wrong[name] = status.error

    def _tick(self) -> bool:
        """Whether every timer went well: one that fails does not keep the others from theirs."""
        return sum(self._ring(timer) for timer in self._timers) == len(self._timers)

    def _ring(self, timer: Timer) -> bool:
        try:
            timer(self._world.clock())
        except Exception as error:
            # What went wrong may pass, and nobody else is there to notice.
            self._world.log.error("klok", error=type(error).__name__, where=where(error))
            return False
        return True
