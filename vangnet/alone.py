"""One service in a process of its own, in the real world."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager

import msgspec

from shared.feed.follower import Following
from shared.feed.http import Http
from shared.feed.http_connections import Connections
from shared.feed.inbox import Inbox
from shared.feed.source import Source
from shared.service.service import Service
from shared.service.settings import Settings
from shared.service.world import World
from vangnet.assembly import FOLLOWS, Around, make
from vangnet.hosting.observing import telemetry_of
from vangnet.identity import Identity, identity_of
from vangnet.settings import Deployment
from vangnet.shared_clock import clock_of
from vangnet.transport.reaching import feeds_for, follow_over, neighbours_of
from vangnet.world import Clock, file_log, make_world, stderr_log


class Alone(msgspec.Struct, frozen=True):
    """A service that is open. ``following`` holds the connections that its followers use;

    ``feeds`` gives what it follows from the start, for who keeps it.
    """

    service: Service
    world: World
    following: Connections
    feeds: Callable[[], Sequence[Source]]


@contextmanager
def opened_alone(
    deployment: Deployment, name: str, *, follow: bool = True, process: str | None = None
) -> Iterator[Alone]:
    """The service on its migrated stores, with followers if asked; closes it at the end.

    ``process`` is what to call it in logs and traces when it runs on without following.
    """
    settings, running = deployment.settings, deployment.running
    clock = clock_of(running)
    identity = identity_of(deployment, clock, asks=follow and bool(FOLLOWS[name]))
    process = f"vangnet-{name}" if follow else process
    world = (
        _kept_world(settings, identity, clock)
        if process is None
        else _world(deployment, identity, process, clock)
    )
    token = identity.service_token
    with closing(Connections()) as following, closing(Connections()) as asking:
        http = Http(following.pool)
        around = Around(
            follow=follow_over(name, running, world, token, http) if follow else _nobody,
            neighbours=neighbours_of(name, running, Http(asking.pool)),
            token=token,
        )
        with closing(make(name, settings, world, around)) as service:
            yield Alone(service, world, following, lambda: feeds_for(name, running, token, http))


def _world(deployment: Deployment, identity: Identity, process: str, clock: Clock) -> World:
    telemetry = telemetry_of(deployment.running, process)
    log = stderr_log(process)
    return make_world(deployment.settings, identity.keys, log, clock, telemetry)


def _kept_world(settings: Settings, identity: Identity, clock: Clock) -> World:
    return make_world(settings, identity.keys, file_log(settings.folder), clock)


def _nobody(service: str, inbox: Inbox) -> Mapping[str, Following]:
    return {}
