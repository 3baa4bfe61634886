"""Letting a service that is open follow and keep time."""

from __future__ import annotations

from collections.abc import Callable

from shared.service.service import Service
from shared.service.world import World
from vangnet.hosting.leading import Leading, Lease, Work
from vangnet.hosting.threads import TICK, Threads


def run(
    service: Service,
    world: World,
    lease: Lease | None,
    interrupt: Callable[[], None] = lambda: None,
    tick: float = TICK,
) -> Work:
    """Follows and does what is due, until it is stopped: at once, or while ``lease`` is ours.

    ``interrupt`` breaks off whatever a follower is waiting for; timers ring every ``tick`` seconds.
    """

    def threads() -> Threads:
        return Threads(service, world, interrupt, tick)

    return threads() if lease is None else Leading(lease, threads, world.log)
