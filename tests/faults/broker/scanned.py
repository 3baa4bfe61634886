"""What stands on a topic, whoever put it there: the truth about poison and duplicates."""

from __future__ import annotations

from contextlib import closing

import msgspec

from shared.feed.kafka.consumer import TopicConsumer, make_admin
from shared.feed.kafka.reading import delivery_of
from shared.feed.kafka.topic import internal_topic
from shared.feed.kafka.topics import Topics
from shared.feed.message import Message
from tests.faults.broker.poison import BEYOND


class Scanned(msgspec.Struct):
    """Positions of strays of a known plan, of keyless ones, and of messages; and all records."""

    strays: set[int] = msgspec.field(default_factory=set)
    keyless: set[int] = msgspec.field(default_factory=set)
    messages: set[int] = msgspec.field(default_factory=set)
    records: int = 0

    @property
    def wrong(self) -> set[int]:
        """Positions of messages that are not in the feed."""
        return {position for position in self.messages if position >= BEYOND}

    @property
    def duplicates(self) -> int:
        """Records that say again what an earlier one said."""
        return self.records - len(self.strays) - len(self.keyless) - len(self.messages)


def scan(bootstrap: str, service: str) -> Scanned:
    """Reads the internal topic of a service from its start to where it ends now."""
    with closing(make_admin(bootstrap)) as admin:
        topic = Topics(admin).get(internal_topic(service))
    found = Scanned()
    parts = range(topic.partitions)
    with closing(TopicConsumer(bootstrap, topic.name, parts)) as consumer:
        bounds = consumer.bounds()
        consumer.seek([first for first, _ in bounds])
        left = {part: end for part, (first, end) in enumerate(bounds) if end > first}
        while left:
            for part, (records, _) in consumer.poll(1.0, full=()).items():
                for record in records:
                    _add(found, delivery_of(record, topic.id))
                if records[-1].offset + 1 >= left.get(part, 0):
                    left.pop(part, None)
    return found


def _add(found: Scanned, delivery: object) -> None:
    found.records += 1
    position = delivery.position  # type: ignore[attr-defined]
    if isinstance(delivery, Message):
        found.messages.add(position)
    elif delivery.plan_id is None:  # type: ignore[attr-defined]
        found.keyless.add(position)
    else:
        found.strays.add(position)
