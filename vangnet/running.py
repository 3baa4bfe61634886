"""Letting a service that is open follow and keep time."""

from __future__ import annotations

from collections.abc import Callable

from shared.service.service import Service
from shared.service.world import World
from vangnet.leading import Leading, Lease, Work
from vangnet.threads import Threads


def run(
    service: Service,
    world: World,
    lease: Lease | None,
    interrupt: Callable[[], None] = lambda: None,
) -> Work:
    """Follows and does what is due, until it is stopped: at once, or while ``lease`` is ours.

    ``interrupt`` breaks off whatever a follower is waiting for.
    """

    def threads() -> Threads:
        return Threads(service, world, interrupt)

    return threads() if lease is None else Leading(lease, threads, world.log)
