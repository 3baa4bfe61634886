"""The floors of the way over Kafka: the same bytes, sent and fetched by the client alone."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

import pytest
from kafka import KafkaConsumer, TopicPartition

from shared.feed.kafka.consumer import make_admin
from shared.feed.kafka.publisher import make_producer
from shared.feed.kafka.record import Record, internal_record, partition_of
from shared.feed.kafka.topic import internal_topic, public_topic
from shared.feed.kafka.topics import Topics
from shared.service.service import Service
from vangnet.assembly import SERVICES
from vangnet.settings import read_settings
from vangnet.transport.brokers import ensure_topics
from vangnet.transport.relaying import public_records

PARTITIONS = 6
_LOOK_AGAIN = 0.1
_NAMES = [name(each) for each in SERVICES for name in (internal_topic, public_topic)]


@contextmanager
def topics(settings: dict[str, str]) -> Iterator[None]:
    """The topics of all services, made for this bench and removed after it."""
    with closing(make_admin(settings["VANGNET_KAFKA"])) as admin:
        found = Topics(admin)
        if any(found.find(name) for name in _NAMES):
            pytest.skip("De broker heeft al topics van Vangnet: neem er een zonder.")
        ensure_topics(read_settings(settings).running, SERVICES)
        try:
            yield
        finally:
            admin.delete_topics(_NAMES)
            while any(found.find(name) for name in _NAMES):
                time.sleep(_LOOK_AGAIN)


def records_of(service: Service, last: int) -> Sequence[Record]:
    """What a relay sends of a feed."""
    internal = [
        internal_record(service.name, delivery)
        for after in range(0, last, 200)
        for delivery in service.source.read(after, 200).deliveries
    ]
    return [*internal, *public_records(service)(0, last)]


def send(bootstrap: str, records: Sequence[Record]) -> None:
    """Sends these with the settings of our producer, and waits for all of them once."""
    with closing(make_producer(bootstrap)) as producer:
        sent = [
            producer.send(
                record.topic,
                key=record.key,
                value=record.value,
                headers=list(record.headers),
                partition=partition_of(record.key, PARTITIONS),
            )
            for record in records
        ]
        producer.flush(timeout=60)
        for each in sent:
            each.get(timeout=1)


def fetch(bootstrap: str, topic: str, count: int) -> None:
    """Reads so many records from the beginning of a topic, and does nothing with them."""
    parts = [TopicPartition(topic, part) for part in range(PARTITIONS)]
    with closing(
        KafkaConsumer(bootstrap_servers=bootstrap, group_id=None, enable_auto_commit=False)
    ) as consumer:
        consumer.assign(parts)
        consumer.seek_to_beginning(*parts)
        got = 0
        while got < count:
            found = consumer.poll(timeout_ms=1000, max_records=1000)
            got += sum(len(records) for records in found.values())
