"""``vangnet relay``: a service's feed on its way to Kafka, in a process of its own."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from uuid import UUID

import click
import orjson

from shared.feed.backoff import Backoff
from shared.feed.follower import Follower
from shared.feed.kafka.address import shown
from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.places import RelayPlaces
from shared.feed.kafka.publisher import KafkaPublisher, make_producer
from shared.feed.kafka.record import Record, public_record
from shared.feed.kafka.relay import Publisher, Relay
from shared.feed.kafka.topic import Topic, internal_topic, public_topic
from shared.feed.kafka.topics import Topics
from shared.service.databases import events_database
from shared.service.service import Service
from shared.service.world import World
from shared.telemetry.relays import Relaying as Relayed
from vangnet.alone import Alone, opened_alone
from vangnet.hosting.holding import running
from vangnet.hosting.leading import Leading
from vangnet.hosting.leases import lease_of
from vangnet.hosting.observing import observed, pages_of
from vangnet.settings import Deployment
from vangnet.transport.brokers import bootstrap_of, ensure_topics

# Between looks at the record: it is added to how long others wait for an event.
_IDLE = 0.02


def relay_alone(deployment: Deployment, name: str, *, again: bool) -> None:
    """Runs until SIGINT or SIGTERM; ``again``: first goes back to the start of the feed.

    Raises Held when another process has the service's files, and SettingsError. In PostgreSQL
    only the process that holds the lease of this relay sends; the others wait for it.
    """
    settings = deployment.settings
    bootstrap = bootstrap_of(deployment.running)
    ensure_topics(deployment.running, [name])
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with (
        running(settings, name),
        opened_alone(deployment, name, follow=False, process=f"vangnet-{name}-relay") as alone,
        closing(events_database(settings, name)) as database,
    ):
        publisher = publisher_to(bootstrap, deployment.running.kafka_partitions)
        relay = relay_of(alone.service, publisher, RelayPlaces(database), bootstrap)
        if again:
            relay.restart(name)

        relay_until(stopped, deployment, alone, relay, publisher)


def relay_until(
    stopped: threading.Event,
    deployment: Deployment,
    alone: Alone,
    relay: Relay,
    publisher: KafkaPublisher,
) -> None:
    """Relays the feed of the service that is open, measured, while it is ours to relay."""
    name, world = alone.service.name, alone.world
    watch = world.telemetry.relaying(name)
    follower = Follower(
        alone.service.source, relay, Backoff(world.chance), world.clock, watch=watch
    )
    seen = Relayed(lambda: follower.status, watch, lambda: publisher.made)
    lease = lease_of(deployment.settings, f"relay/{name}")

    def work() -> Relaying:
        return Relaying(name, follower, world)

    working = work() if lease is None else Leading(lease, work, world.log)
    pages = pages_of(world.telemetry, [], world.clock, relays=[seen])
    try:
        with observed(world.telemetry, pages, deployment.running):
            click.echo(f"ready {shown(bootstrap_of(deployment.running))}")
            stopped.wait()
    finally:
        working.stop()
        publisher.abandon()


def publisher_to(bootstrap: str, partitions: int) -> KafkaPublisher:
    """What sends records to these brokers."""
    return KafkaPublisher(lambda: make_producer(bootstrap), partitions)


def relay_of(service: Service, publisher: Publisher, places: RelayPlaces, bootstrap: str) -> Relay:
    """The relay of a service's feed to both of its topics."""
    return Relay(
        publisher,
        places,
        lambda: _topics(bootstrap, service.name),
        public_records(service),
        time.monotonic,
    )


def public_records(service: Service) -> Callable[[int, int], Sequence[Record]]:
    """The service's public events between two positions, as records."""

    def between(after: int, reached: int) -> Sequence[Record]:
        found = service.public(after, reached - after)
        return [
            public_record(service.name, UUID(event["subject"]), seq, orjson.dumps(event))
            for event in found
            if (seq := int(event["sequence"])) <= reached
        ]

    return between


def _topics(bootstrap: str, service: str) -> Sequence[Topic]:
    with closing(make_admin(bootstrap)) as admin:
        topics = Topics(admin)
        return [topics.get(name) for name in (internal_topic(service), public_topic(service))]


class Relaying:
    """A relay that runs in a thread. What keeps it from its work is logged when it begins."""

    leads = True

    def __init__(self, name: str, follower: Follower, world: World) -> None:
        self._stop = threading.Event()
        self._follower = follower
        self._world = world
        self._name = name
        self._wrong: str | None = None
        self._thread = threading.Thread(target=self._run, name="relais")
        self._thread.start()

    def stop(self) -> None:
        """Lets it finish its batch, and waits for it."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        self._follower.run(self._stop, self._wait, _IDLE)

    def _wait(self, seconds: float) -> bool:
        status = self._follower.status
        if status.error is not None and status.error != self._wrong:
            seen = {"error": status.error, "seq": status.position, "lag": status.lag}
            self._world.log.error("doorgeven", part=self._name, **seen)
        self._wrong = status.error
        return self._stop.wait(seconds)
