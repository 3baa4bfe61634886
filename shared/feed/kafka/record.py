"""What is sent to a topic: messages as records."""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID

import msgspec
from kafka.partitioner.default import murmur2

from shared.feed.cloudevents import CONTENT_TYPE, to_wire
from shared.feed.delivery import Delivery
from shared.feed.kafka.topic import internal_topic, public_topic
from shared.feed.message import Message

Headers = tuple[tuple[str, bytes], ...]
_CONTENT: Headers = (("content-type", CONTENT_TYPE.encode()),)


class Record(msgspec.Struct, frozen=True):
    """One CloudEvent on its way to ``topic``, in structured mode. ``key`` is its plan."""

    topic: str
    key: bytes
    value: bytes
    headers: Headers = _CONTENT


def internal_record(service: str, delivery: Delivery) -> Record:
    """A message in full, or what stands in the feed for one that could not be made."""
    headers = (*_CONTENT, ("seq", str(delivery.position).encode()))
    if isinstance(delivery, Message) and delivery.traceparent is not None:
        headers += (("traceparent", delivery.traceparent.encode()),)
    value = to_wire(delivery, service)
    return Record(internal_topic(service), key_of(delivery.plan_id), value, headers)


def public_record(service: str, plan_id: UUID, seq: int, value: bytes) -> Record:
    """A public event, under the same key as the plan's internal messages."""
    headers = (*_CONTENT, ("seq", str(seq).encode()))
    return Record(public_topic(service), key_of(plan_id), value, headers)


def key_of(plan_id: UUID | None) -> bytes:
    """The key of everything about a plan."""
    return b"" if plan_id is None else str(plan_id).encode()


@lru_cache(maxsize=50_000)
def partition_of(key: bytes, partitions: int) -> int:
    """Where any Kafka client puts a key by default; remembered, for it is slow in Python."""
    hashed: int = murmur2(key) & 0x7FFFFFFF
    return hashed % partitions
