"""A feed as a part of a topic gives it, without brokers: all of it on one partition."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from shared.feed.delivery import Batch, Delivery
from shared.feed.kafka.hint import Hint
from shared.feed.kafka.record import Headers, internal_record
from shared.feed.kafka.source import KafkaSource
from shared.feed.kafka.topic import Topic, internal_topic
from shared.feed.local import LocalSource
from tests.unit.feed.record import ListRecord, publish

_SERVICE = "plans"
_TOPIC = Topic(internal_topic(_SERVICE), UUID(int=99, version=4), 1)


@dataclass(frozen=True)
class OnTopic:
    """A record on a topic, as a consumer gives it."""

    topic: str
    partition: int
    offset: int
    key: bytes
    value: bytes
    headers: Headers


class OverTopic:
    """The source of that part, for a reader that took everything up to where it reads on."""

    def __init__(self, record: ListRecord) -> None:
        local = LocalSource(_SERVICE, record.after, record.last, publish)
        told = local.read(0, len(record.events)).deliveries
        self._positions = [delivery.position for delivery in told]
        self._taken = 0
        self._part = KafkaSource(_SERVICE, _TOPIC, 0, 0, self._hint_of)
        self.name = self._part.name
        if told:
            self._part.arrived([_sent(at, d) for at, d in enumerate(told)], len(told))

    def read(self, after: int, limit: int) -> Batch:
        """What comes after a position, at most ``limit``."""
        self._taken = sum(position <= after for position in self._positions)
        return self._part.read(after, limit)

    def _hint_of(self, name: str) -> str:
        return str(Hint(_TOPIC.id, self._taken))


def _sent(offset: int, delivery: Delivery) -> OnTopic:
    record = internal_record(_SERVICE, delivery)
    return OnTopic(record.topic, 0, offset, record.key, record.value, record.headers)
