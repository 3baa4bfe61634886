"""A topic that is open for reading."""

from __future__ import annotations

from contextlib import suppress

import msgspec
from kafka import KafkaAdminClient

from shared.feed.kafka.consumer import TopicConsumer
from shared.feed.kafka.source import KafkaSource
from shared.feed.kafka.topic import Topic


class Open(msgspec.Struct):
    """What is held of an open topic; ``missing``: the feed itself must be followed first."""

    topic: Topic
    admin: KafkaAdminClient
    consumer: TopicConsumer
    sources: list[KafkaSource]
    looked: float
    missing: bool

    def close(self) -> None:
        """Closes both connections, whatever state they are in."""
        for each in (self.consumer, self.admin):
            with suppress(Exception):
                each.close()
