"""What a broker keeps of a town: ids, kinds and moments, and what the public feed says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from msgspec import structs

from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.publisher import KafkaPublisher, make_producer
from shared.feed.kafka.record import Record, internal_record
from shared.feed.kafka.topic import Wanted, internal_topic, public_topic
from shared.feed.kafka.topics import Topics
from shared.record.seal import Sealer
from tests.integration.canary.disks import on_disk
from tests.integration.canary.script import play
from tests.integration.canary.stage import opened
from tests.integration.canary.test_canary import SEED
from tests.integration.canary.traces import sent
from tests.integration.canary.words import Words, found_in
from tests.parts.kafka import KafkaBroker
from vangnet.transport.relaying import public_records

pytestmark = pytest.mark.real_kafka
_ALL = 100_000


class Relayed(NamedTuple):
    """All records of a town that has lived, by service, its words and its public feeds."""

    records: dict[str, list[Record]]
    words: Words
    feeds: dict[str, bytes]


@pytest.fixture(scope="module")
def relayed(tmp_path_factory: pytest.TempPathFactory) -> Relayed:
    """Every text of every act holds a word."""
    words, records = Words(SEED), {}
    with opened(tmp_path_factory.mktemp("town"), words, Sealer) as stage:
        play(stage)
        for service in stage.town.services:
            batch = service.source.read(0, _ALL)
            internal = [internal_record(service.name, each) for each in batch.deliveries]
            records[service.name] = [*internal, *public_records(service)(0, batch.last)]
        feeds = {s.name: sent(stage)[f"feed of {s.name}"] for s in stage.town.services}
    return Relayed(records, words, feeds)


def test_no_word_that_was_written_reaches_a_broker(
    relayed: Relayed, kafka_broker: KafkaBroker, fresh_service: Callable[[], str]
) -> None:
    """Design 5: not in its logs of records, its indexes, or what it says itself."""
    home: Path | None = getattr(kafka_broker, "home", None)
    if home is None:
        pytest.skip("de bestanden van deze broker zijn niet van ons")
    for records in relayed.records.values():
        publish(kafka_broker.bootstrap, fresh_service(), records)
    disk = on_disk(home)
    plan = relayed.records["plans"][0].key
    assert any(plan in data for name, data in disk.items() if name.endswith(".log"))
    assert found_in(disk, relayed.words.all) == {}
    word = next(iter(relayed.words.all))
    assert found_in({"planted": next(iter(disk.values())) + word.encode()}, {word: ""})


def publish(bootstrap: str, service: str, records: Sequence[Record]) -> None:
    """Onto topics that nobody else uses."""
    with closing(make_admin(bootstrap)) as admin:
        for name in (internal_topic(service), public_topic(service)):
            Topics(admin).ensure(name, Wanted(1, replication=1))
    publisher = KafkaPublisher(lambda: make_producer(bootstrap), 1)
    publisher.publish([structs.replace(each, topic=_renamed(each, service)) for each in records])
    publisher.abandon()


def _renamed(record: Record, service: str) -> str:
    return (internal_topic if ".internal." in record.topic else public_topic)(service)


def public(records: Sequence[Record]) -> Iterator[Record]:
    """Those of the public topic."""
    return (each for each in records if ".internal." not in each.topic)


def test_the_public_topic_says_what_the_public_feed_says(relayed: Relayed) -> None:
    """Design 5: every event, byte for byte, under the key of its plan, with its place and type."""
    for service, records in relayed.records.items():
        told = list(public(records))
        feed = relayed.feeds[service]
        assert feed.count(b'"specversion"') == len(told) > 0
        for record in told:
            assert record.value in feed
            assert [name for name, _ in record.headers] == ["content-type", "seq"]
            assert record.key in record.value


def test_what_is_internal_stays_on_its_own_topic(relayed: Relayed) -> None:
    """Design 5, threat 12: no person, no item, nobody from whom something is hidden is public."""
    for service, records in relayed.records.items():
        internal = b"".join(r.value for r in records if r.topic == internal_topic(service))
        outside = b"".join(record.value for record in public(records))
        assert b'"gegevens"' in internal
        for key in (b'"gegevens"', b"person", b"hidden", b"item", b"changed_for"):
            assert key not in outside
