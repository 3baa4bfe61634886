"""Opening the town of a deployment in the real world."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec

from vangnet.identity import Identity, identity_of
from vangnet.settings import Deployment
from vangnet.town import Town
from vangnet.world import file_log, make_world, real_clock


class Opened(msgspec.Struct, frozen=True):
    """A town that is open, and who signs the tokens that it takes."""

    town: Town
    identity: Identity


@contextmanager
def opened(deployment: Deployment) -> Iterator[Opened]:
    """The town on its migrated stores; whoever opens it holds the lock. Closes it at the end."""
    settings = deployment.settings
    identity = identity_of(deployment, real_clock)
    world = make_world(settings, identity.keys, file_log(settings.folder))
    with Town(settings, world, identity.service_token) as town:
        yield Opened(town, identity)
