"""How a service in a process of its own reaches the others: their feeds, and whom it asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from shared.feed.http import Http
from shared.feed.http_source import HttpSource
from shared.feed.source import Source
from shared.record.errors import SettingsError
from shared.service.following import Follow, by_reading
from shared.service.neighbour import Neighbour
from shared.service.neighbour_http import HttpNeighbour
from shared.service.world import World
from vangnet.assembly import BASE_PATHS, FOLLOWS
from vangnet.settings import Running

# Seconds. Long enough that nobody asks all the time, and within what proxies let pass.
HELD = 20


def follow_over(
    service: str, running: Running, world: World, token: Callable[[], str], http: Http
) -> Follow:
    """How ``service`` follows others. Raises SettingsError when a setting for it is missing."""
    if running.kafka is None:
        return by_reading(feeds_for(service, running, token, http, HELD), world)
    # Only here: whoever has no Kafka need not wait for its client to be imported.
    from vangnet.transport.brokers import bootstrap_of
    from vangnet.transport.by_kafka import by_kafka

    return by_kafka(bootstrap_of(running), feeds_for(service, running, token, http), world)


def feeds_for(
    service: str, running: Running, token: Callable[[], str], http: Http, wait: int = 0
) -> Sequence[Source]:
    """The feeds of those whom ``service`` follows, whole and from their owners themselves.

    ``wait``: seconds that each may hold a question until there is news. Raises SettingsError
    when it is not said where they are.
    """
    return [
        HttpSource(name, address_of(name, running) + BASE_PATHS[name], token, http, wait)
        for name in FOLLOWS[service]
    ]


def neighbours_of(service: str, running: Running, http: Http) -> Mapping[str, Neighbour]:
    """Those that ``service`` can ask for a reader: all of which it is told where they are.

    Plans runs without any: its answers then say whose part is missing. Who follows plans asks it
    for names, and raises SettingsError without it. That it is told where the rest is that it
    follows, is up to following: a relay does without.
    """
    needed = {name: address_of(name, running) for name in FOLLOWS[service] if name == "plans"}
    known = {
        n: at.rstrip("/") for n, at in _told(running).items() if n != service and at is not None
    }
    return {name: HttpNeighbour(at, http) for name, at in {**known, **needed}.items()}


def address_of(service: str, running: Running) -> str:
    """Where a service answers that others follow, without a base path. Raises SettingsError."""
    told = _told(running)[service]
    if told is None:
        name = f"VANGNET_{service.upper()}_URL"
        raise SettingsError(
            f"Het is niet bekend waar de dienst {service} draait. Stel {name} in, zoals "
            f"{name}=http://{service}:8080."
        )
    return told.rstrip("/")


def _told(running: Running) -> Mapping[str, str | None]:
    return {
        "plans": running.plans_url,
        "evaluations": running.evaluations_url,
        "notifications": running.notifications_url,
    }
