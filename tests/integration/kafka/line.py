"""The whole way of a feed over Kafka: upstream's list, a relay, a topic, an inbox."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from kafka import KafkaProducer

from shared.feed.backoff import Backoff
from shared.feed.delivery import Batch, Delivery
from shared.feed.follower import Follower
from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.feed import KafkaFeed
from shared.feed.kafka.following import KafkaFollower
from shared.feed.kafka.places import COMPONENT, MIGRATIONS, RelayPlaces
from shared.feed.kafka.publisher import KafkaPublisher, make_producer
from shared.feed.kafka.record import Record, public_record
from shared.feed.kafka.relay import Publisher, Relay
from shared.feed.kafka.topic import Topic, Wanted, internal_topic, public_topic
from shared.feed.kafka.topics import Topics
from shared.feed.place import Place
from shared.feed.ports import NoProjection
from shared.feed.source import Source
from shared.feed.tables import inbox as tables
from shared.feed.tables.inbox import SqlInbox
from shared.record.migrate import migrate
from shared.record.sqlite.database import SqliteDatabase
from tests.contract.feed.conftest import PaperSeal
from tests.unit.feed.feeds import CHECKS, START, ListSource

PARTITIONS = 2
DELIVERY_MS = 4_000
_SECONDS = 30.0


class Line:
    """One service's feed; ``upstream.deliveries`` is what that service has recorded."""

    def __init__(self, bootstrap: str, service: str, folder: Path) -> None:
        self.bootstrap, self.service = bootstrap, service
        self.upstream = ListSource([], service)
        self.admin = make_admin(bootstrap)
        self.topics = Topics(self.admin)
        self._databases = [SqliteDatabase(folder / name) for name in ("up.db", "down.db")]
        migrate(self._databases[0], COMPONENT, MIGRATIONS)
        migrate(self._databases[1], tables.COMPONENT, tables.MIGRATIONS)
        self.places = RelayPlaces(self._databases[0])
        self.inbox = SqlInbox(
            self._databases[1], PaperSeal(), CHECKS, lambda: START, NoProjection()
        )
        self._open: list[Callable[[], None]] = []
        self.make_topics()

    def make_topics(self) -> None:
        """Both topics, with few partitions."""
        for name in (internal_topic(self.service), public_topic(self.service)):
            self.topics.ensure(name, Wanted(PARTITIONS, replication=1))

    def remove_topics(self) -> None:
        """Both, and returns once they are gone."""
        names = [t.name for t in self.found()]
        self.admin.delete_topics(names)
        until(lambda: not any(self.topics.find(name) for name in names))

    def found(self) -> list[Topic]:
        """Both topics, as they are."""
        names = internal_topic(self.service), public_topic(self.service)
        return [topic for name in names if (topic := self.topics.find(name))]

    def trim(self, offsets: dict[Any, int]) -> None:
        """Removes records from the beginning, as retention does."""
        self.admin.delete_records(offsets)

    def says(self, *deliveries: Delivery) -> list[Delivery]:
        """Upstream records these too; given back as its feed has them."""
        ours = [
            msgspec.structs.replace(d, source=self.service) if hasattr(d, "source") else d
            for d in deliveries
        ]
        self.upstream.deliveries.extend(ours)
        return ours

    def publisher(self, bootstrap: str | None = None) -> KafkaPublisher:
        """A publisher with short timeouts."""
        address = bootstrap or self.bootstrap
        made = KafkaPublisher(
            lambda: make_producer(address, DELIVERY_MS), PARTITIONS, DELIVERY_MS / 1000 + 1
        )
        self._open.append(made.abandon)
        return made

    def relay(self, publisher: Publisher | None = None) -> tuple[Follower, Relay]:
        """A relay of this feed, and what moves it."""
        publisher = publisher or self.publisher()
        relay = Relay(publisher, self.places, self.found, self._public, time.monotonic)
        return Follower(self.upstream, relay, _patient(), lambda: START), relay

    def feed(self, bootstrap: str = "", clock: Callable[[], float] = time.monotonic) -> KafkaFeed:
        """This feed over Kafka."""
        return KafkaFeed(bootstrap or self.bootstrap, self.service, self.inbox.place, clock)

    def follower(
        self, bootstrap: str = "", clock: Callable[[], float] = time.monotonic
    ) -> KafkaFollower:
        """A follower of it."""
        feed, itself = self.feed(bootstrap, clock), self._following(self.upstream)
        made = KafkaFollower(feed, itself, self._following, _patient(), clock, lambda: START)
        self._open.append(made.close)
        return made

    def level(self, **given: Any) -> KafkaFollower:
        """A follower that has read all there was, and goes on from there over Kafka."""
        made = self.follower(**given)
        until(lambda: not made.step() and made.follows)
        return made

    def moves(self, name: str, place: Place, hint: str) -> None:
        """Only the hint of a part."""
        at = place.position
        self.inbox.take(name, Batch(at, at, at, hint=hint))

    def raw(self, *records: tuple[Any, ...]) -> None:
        """Puts (key, value, headers) on the first partition of the internal topic, as they are."""
        producer = KafkaProducer(bootstrap_servers=self.bootstrap)
        for key, value, headers in records:
            producer.send(
                internal_topic(self.service), key=key, value=value, headers=headers, partition=0
            ).get(timeout=10)
        producer.close(timeout=5)

    def close(self) -> None:
        """Lets go of everything, and removes the topics."""
        for each in self._open:
            each()
        # The client of the line may still be looking for a broker that was away.
        self.admin.close()
        self.admin = make_admin(self.bootstrap)
        self.topics = Topics(self.admin)
        if names := [topic.name for topic in self.found()]:
            self.admin.delete_topics(names)
        self.admin.close()
        for database in self._databases:
            database.close()

    def _following(self, source: Source) -> Follower:
        return Follower(source, self.inbox, _patient(), lambda: START)

    def _public(self, after: int, reached: int) -> Sequence[Record]:
        found = [d for d in self.upstream.deliveries if after < d.position <= reached]
        return [
            public_record(self.service, d.plan_id, d.position, b"{}") for d in found if d.plan_id
        ]


def drain(follower: Any, enough: Callable[[], bool], seconds: float = _SECONDS) -> None:
    """Steps until it is enough; fails when that takes too long."""
    until(lambda: follower.step() is not None and enough(), seconds)


def until(condition: Callable[[], Any], seconds: float = _SECONDS) -> None:
    """Waits for it; fails when that takes too long."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.02)


def _patient() -> Backoff:
    return Backoff(lambda: 1.0, first=0.05, most=0.3)
