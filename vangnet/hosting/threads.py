"""The threads of a running service: one per follower, and one that keeps time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from datetime import datetime

from shared.feed.backoff import Backoff
from shared.feed.follower import Following
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.world import World
from shared.web.logs import Changes, where

Timer = Callable[[datetime], int]
# Seconds between two looks at what is due: often when the clock is one that jumps by days.
TICK = 1.0
QUICK_TICK = 0.02
# Between looks at a feed with nothing new: short enough for whoever waits for it, and cheap.
_IDLE = 0.1
# A question that is asked just before the interruption is caught by the next one.
_INTERRUPT_EVERY = 0.2


def tick_of(settings: Settings) -> float:
    """Seconds between two looks at what is due."""
    return QUICK_TICK if settings.simulated else TICK


class Threads:
    """Threads that were started. They are no daemons: the process ends after their last step.

    What keeps a follower from its source is logged when it begins, under the follower's name.
    ``interrupt`` breaks off whatever a follower is waiting for; timers ring every ``tick`` seconds.
    """

    leads = True

    def __init__(
        self,
        service: Service,
        world: World,
        interrupt: Callable[[], None] = lambda: None,
        tick: float = TICK,
    ) -> None:
        self._stop = threading.Event()
        self._interrupt = interrupt
        self._every = tick
        self._name = service.name
        self._followers: Mapping[str, Following] = {
            f"{service.name}/{name}": follower for name, follower in service.followers.items()
        }
        self._timers = service.timers
        self._world = world
        self._changes = Changes()
        if self._timers:
            world.telemetry.rings(service.name)
        self._threads = [self._following(follower) for follower in self._followers.values()]
        if self._threads or self._timers:
            self._threads.append(threading.Thread(target=self._keep_time, name="klok"))
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Lets each finish its step, and waits for it."""
        self._stop.set()
        for thread in self._threads:
            while thread.is_alive():
                self._interrupt()
                thread.join(_INTERRUPT_EVERY)

    def _following(self, follower: Following) -> threading.Thread:
        return threading.Thread(target=follower.run, args=(self._stop, self._stop.wait, _IDLE))

    def _keep_time(self) -> None:
        backoff = Backoff(self._world.chance, first=self._every)
        failures = 0
        pulses = self._world.telemetry.pulses
        while not self._stop.is_set():
            pulses.beat(self._name, "klok")
            self._watch()
            failures = 0 if self._tick() else failures + 1
            self._stop.wait(backoff.after(failures) if failures else self._every)
        pulses.end(self._name, "klok")

    def _watch(self) -> None:
        for name, follower in self._followers.items():
            status = follower.status
            if not self._changes.is_new(name, status.error):
                continue
            seen = {"seq": status.position, "lag": status.lag}
            if status.error is None:
                self._world.log.info("volgt-weer", part=name, **seen)
            else:
                self._world.log.error("volgen", part=name, error=status.error, **seen)

    def _tick(self) -> bool:
        """Whether every timer went well: one that fails does not keep the others from theirs."""
        rang = [self._ring(f"klok {n}", timer) for n, timer in enumerate(self._timers, 1)]
        done = [each for each in rang if each is not None]
        if len(done) < len(rang):
            return False
        if rang:
            self._world.telemetry.rang(self._name, sum(done))
        return True

    def _ring(self, part: str, timer: Timer) -> int | None:
        try:
            done = timer(self._world.clock())
            self._changes.is_new(part, None)
        except Exception as error:
            # What went wrong may pass, and nobody else is there to notice.
            found = {"error": type(error).__name__, "where": where(error)}
            if self._changes.is_new(part, found):
                self._world.log.error("klok", **found)
            return None
        return done
