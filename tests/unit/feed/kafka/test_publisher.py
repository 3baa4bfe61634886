"""The publisher: certain of every record, or rid of its producer."""

from __future__ import annotations

from typing import Any

import pytest

from shared.feed.kafka.publisher import KafkaPublisher
from shared.feed.kafka.record import Record, key_of, partition_of
from tests.unit.feed.feeds import PLANS

RECORDS = [Record("t", b"a", b"1"), Record("t", b"b", b"2")]


class Future:
    """Of one record."""

    def __init__(self, lost: bool) -> None:
        self._lost = lost

    def get(self, timeout: float) -> None:
        """Acknowledged, or not."""
        if self._lost:
            raise TimeoutError


class Producer:
    """Loses the records with these values; closing it fails too."""

    def __init__(self, lost: bytes) -> None:
        self._lost = lost
        self.closed = False
        self.partitions: list[int] = []

    def send(self, topic: str, **record: Any) -> Future:
        """Takes a record."""
        self.partitions.append(record["partition"])
        return Future(record["value"] == self._lost)

    def flush(self, timeout: float) -> None:
        """Is done."""

    def close(self, timeout: float) -> None:
        """Fails, as it does after an outage."""
        self.closed = True
        raise RuntimeError


def test_one_record_that_was_not_acknowledged_costs_the_producer() -> None:
    """Every future is looked at, also the last; then all is sent again by a new producer."""
    made = [Producer(b"2"), Producer(b"")]
    publisher = KafkaPublisher(iter(made).__next__, partitions=6)
    with pytest.raises(TimeoutError):
        publisher.publish(RECORDS)
    publisher.publish(RECORDS)
    publisher.publish(RECORDS)
    assert (publisher.made, made[0].closed, made[1].closed) == (2, True, False)
    assert len(made[1].partitions) == 4


def test_a_plan_goes_where_every_kafka_client_puts_its_key() -> None:
    """Figures of the Java client's own tests for murmur2, so that no producer differs."""
    assert partition_of(b"21", 2**31) == -973932308 & 0x7FFFFFFF
    assert partition_of(b"foobar", 2**31) == -790332482 & 0x7FFFFFFF
    assert len({partition_of(key_of(plan), 6) for plan in PLANS}) > 1
