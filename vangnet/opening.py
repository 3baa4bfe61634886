"""Opening the town of a deployment in the real world."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from shared.service.world import World
from shared.telemetry.telemetry import Telemetry
from vangnet.identity import Identity, identity_of
from vangnet.settings import Deployment
from vangnet.shared_clock import clock_of
from vangnet.town import Town
from vangnet.world import file_log, make_world


class Opened(msgspec.Struct, frozen=True):
    """A town that is open, who signs the tokens that it takes, and the world it lives in."""

    town: Town
    identity: Identity
    world: World


@contextmanager
def opened(deployment: Deployment, telemetry: Telemetry | None = None) -> Iterator[Opened]:
    """The town on its migrated stores; whoever opens it holds the lock. Closes it at the end."""
    settings = deployment.settings
    clock = clock_of(deployment.running)
    identity = identity_of(deployment, clock)
    log = file_log(settings.folder)
    world = make_world(settings, identity.keys, log, clock, telemetry)
    with Town(settings, world, identity.service_token) as town:
        yield Opened(town, identity, world)
