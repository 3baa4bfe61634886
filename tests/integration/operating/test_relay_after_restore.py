"""A relay whose store was put back begins where it was then, and whoever follows notices."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import pytest

from shared.feed.alarm import Regrown, Rewound
from shared.feed.backoff import Backoff
from shared.feed.follower import Follower
from shared.feed.kafka.places import COMPONENT, MIGRATIONS, RelayPlaces
from shared.feed.kafka.reading import delivery_of
from shared.feed.kafka.record import Record
from shared.feed.kafka.relay import Relay
from shared.feed.message import Message
from shared.feed.ports import NoProjection
from shared.record.migrate import migrate
from shared.record.sqlite.database import SqliteDatabase
from tests.contract.feed.memory import MemoryInbox
from tests.unit.feed.feeds import CHECKS, START, ListSource, batch, feed, message

TOPIC_ID = UUID(int=7)


class Topic:
    """A publisher whose records stay, as on a topic."""

    def __init__(self) -> None:
        self.records: list[Record] = []

    def publish(self, records: Sequence[Record]) -> None:
        self.records += records

    def followed_by(self, inbox: MemoryInbox, since: int) -> None:
        """Part 0 of the topic from the record ``since``, as a consumer hands it over."""
        found = [delivery_of(_Found(r), TOPIC_ID) for r in self.records[since:]]
        after = inbox.place("plans/0").position
        highest = max([after, *(each.position for each in found)])
        inbox.take("plans/0", batch(found, after=after, reached=highest, hint=f"t:{since}"))


class _Found:
    partition, offset = 0, 0

    def __init__(self, record: Record) -> None:
        self.topic, self.key, self.value = record.topic, record.key, record.value
        self.headers = record.headers


class Yesterday(NamedTuple):
    """A relay, its store of yesterday, and all that was published until today."""

    places: RelayPlaces
    topic: Topic
    inbox: MemoryInbox
    sent: list[Message]


def relayed(places: RelayPlaces, upstream: ListSource, topic: Topic) -> Follower:
    """The relay as a process that begins makes it, driven by a follower."""
    relay = Relay(topic, places, lambda: [], lambda after, reached: [], lambda: 0.0)
    return Follower(upstream, relay, Backoff(lambda: 0.0), lambda: START)


@pytest.fixture
def yesterday(tmp_path: Path) -> Iterator[Yesterday]:
    """Five events when the copy was made; eight were published and followed since."""
    today, copy = tmp_path / "today.db", tmp_path / "copy.db"
    topic, inbox, sent = Topic(), MemoryInbox(NoProjection(), CHECKS), feed([0] * 8)
    upstream = ListSource(sent[:5])
    with closing(SqliteDatabase(today)) as database:
        migrate(database, COMPONENT, MIGRATIONS)
        relayed(RelayPlaces(database), upstream, topic).step()
    shutil.copy(today, copy)
    with closing(SqliteDatabase(today)) as database:
        upstream.deliveries = list(sent)
        relayed(RelayPlaces(database), upstream, topic).step()
    topic.followed_by(inbox, 0)
    assert inbox.digest().rows == 8
    with closing(SqliteDatabase(copy)) as database:
        yield Yesterday(RelayPlaces(database), topic, inbox, sent)


def test_what_it_publishes_twice_is_followed_once(yesterday: Yesterday) -> None:
    """Only its own place was lost, as when the database was put back to just before a failure."""
    before = yesterday.inbox.digest()
    relayed(yesterday.places, ListSource(yesterday.sent), yesterday.topic).step()
    assert len(yesterday.topic.records) == 11
    yesterday.topic.followed_by(yesterday.inbox, 8)
    assert yesterday.inbox.digest() == before


def test_other_events_at_places_that_were_followed_are_an_alarm(yesterday: Yesterday) -> None:
    """What was recorded after the copy is gone, and others stand there now."""
    other = [
        message(n, version=n, event_id=UUID(int=9000 + n, version=4), data={"nummer": 90 + n})
        for n in (6, 7)
    ]
    relayed(yesterday.places, ListSource([*yesterday.sent[:5], *other]), yesterday.topic).step()
    before = yesterday.inbox.digest()
    with pytest.raises(Regrown):
        yesterday.topic.followed_by(yesterday.inbox, 8)
    assert yesterday.inbox.digest() == before


def test_a_relay_that_is_ahead_of_its_service_stands_still(yesterday: Yesterday) -> None:
    """When only the events were put back: shorter, or grown past it."""
    sent = yesterday.sent
    with pytest.raises(Rewound):
        relayed(yesterday.places, ListSource(sent[:3]), yesterday.topic).step()
    other = message(5, event_id=UUID(int=9005, version=4))
    with pytest.raises(Regrown):
        relayed(yesterday.places, ListSource([*sent[:4], other, *sent[5:]]), yesterday.topic).step()
    assert len(yesterday.topic.records) == 8
