"""A village in which every service has a clock of its own, and clocks that go wrong."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from shared.service.following import by_reading
from shared.service.neighbour import LocalNeighbour
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.world import World
from tests.integration.whole.village import Village
from vangnet.assembly import FOLLOWS, SERVICES, Around, make
from vangnet.town import Town

DAY = timedelta(days=1)
RIGHT = timedelta()


class FaultyClock:
    """What a service takes for the time. It is as right as ``right`` until something is done to it.

    ``off``: how far it is from right at each reading; a clock that :meth:`stops` reads the same.
    """

    def __init__(self, right: Callable[[], datetime]) -> None:
        self._right = right
        self.off: Callable[[], timedelta] = lambda: RIGHT
        self._stopped: datetime | None = None

    def __call__(self) -> datetime:
        """The moment that it says it is."""
        return self._stopped or self._right() + self.off()

    def jump(self, off: timedelta) -> None:
        """It goes on, this far from what is right."""
        self._stopped, self.off = None, lambda: off

    def stops(self) -> None:
        """From now on it stands still."""
        self._stopped = self()


class OwnClocks(Village):
    """``clock`` is right and the tests'; ``clocks`` are those of the services, by name.

    Tokens are signed and checked by the right one: what becomes of them is tested elsewhere.
    """

    def __init__(self, folder: Path, on: Settings | None = None) -> None:
        self.clocks: dict[str, FaultyClock] = {}
        super().__init__(folder, on=on)

    def made(self, world: World) -> Town:
        """Services that share everything but their clocks."""
        if not self.clocks:
            self.clocks = {name: FaultyClock(self.clock) for name in SERVICES}
        return Town(self.settings, world, made=self._assembled)

    def _assembled(
        self, settings: Settings, world: World, token: Callable[[], str]
    ) -> list[Service]:
        made: dict[str, Service] = {}
        neighbours = {name: LocalNeighbour(lambda n=name: made[n].app) for name in SERVICES}
        for name in SERVICES:
            own = dataclasses.replace(world, clock=self.clocks[name])
            sources = [made[followed].source for followed in FOLLOWS[name]]
            around = Around(follow=by_reading(sources, own), neighbours=neighbours, token=token)
            made[name] = _on_time(make(name, settings, own, around), self.clocks[name])
        return list(made.values())


def _on_time(service: Service, clock: FaultyClock) -> Service:
    timers = [lambda at, timer=timer: timer(clock()) for timer in service.timers]
    return dataclasses.replace(service, timers=timers)
