"""Reading all partitions of one topic with one consumer, in one thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kafka import KafkaAdminClient, KafkaConsumer, TopicPartition
from kafka.errors import CorruptRecordError

from shared.feed.kafka.address import options_of
from shared.feed.kafka.clients import connected
from shared.feed.kafka.reading import Found

REQUEST_MS = 10_000
_MOST_AT_ONCE = 1_000
_PROBE_SECONDS = 1.0


def make_admin(bootstrap: str) -> KafkaAdminClient:
    """A client for topics of which no call waits for ever."""
    return connected(
        KafkaAdminClient,
        **options_of(bootstrap),
        bootstrap_timeout_ms=REQUEST_MS,
        request_timeout_ms=REQUEST_MS,
    )


class TopicConsumer:
    """A consumer without a group, that reads where it is told to and nowhere else.

    Any call raises kafka.errors.KafkaError when brokers are away, or no longer have what was
    asked for, or hold what cannot be taken apart: it is then of no more use.
    """

    def __init__(self, bootstrap: str, topic: str, parts: Sequence[int]) -> None:
        self._consumer: Any = connected(
            KafkaConsumer,
            **options_of(bootstrap),
            group_id=None,
            enable_auto_commit=False,
            auto_offset_reset="none",
            allow_auto_create_topics=False,
            bootstrap_timeout_ms=REQUEST_MS,
            request_timeout_ms=REQUEST_MS,
            max_poll_records=_MOST_AT_ONCE,
            metrics_enabled=False,
        )
        self._parts = [TopicPartition(topic, part) for part in parts]
        self._consumer.assign(self._parts)

    def bounds(self) -> Sequence[tuple[int, int]]:
        """Per partition its first offset and the one after its last."""
        first = self._consumer.beginning_offsets(self._parts, timeout_ms=REQUEST_MS)
        end = self._consumer.end_offsets(self._parts, timeout_ms=REQUEST_MS)
        return [(first[part], end[part]) for part in self._parts]

    def seek(self, offsets: Sequence[int]) -> None:
        """Goes on from these offsets, one per partition."""
        for part, offset in zip(self._parts, offsets, strict=True):
            self._consumer.seek(part, offset)

    def poll(
        self, seconds: float, full: Sequence[int]
    ) -> Mapping[int, tuple[Sequence[Found], int]]:
        """New records by partition, with where it ends; nothing of partitions that are ``full``."""
        held = [part for part in self._parts if part.partition in full]
        self._consumer.pause(*held)
        self._consumer.resume(*(part for part in self._parts if part not in held))
        found = self._consumer.poll(timeout_ms=int(seconds * 1000))
        return {
            part.partition: (records, self._end(part, records)) for part, records in found.items()
        }

    def close(self) -> None:
        """Closes its connections."""
        self._consumer.close(autocommit=False, timeout_ms=REQUEST_MS)

    def _end(self, part: TopicPartition, records: Sequence[Found]) -> int:
        behind: int = records[-1].offset + 1
        return max(behind, self._consumer.highwater(part) or 0)


def illegible(bootstrap: str, topic: str, offsets: Sequence[int]) -> Sequence[int]:
    """The partitions of which what stands at these offsets cannot even be taken apart.

    Each is looked at by a consumer of its own: one of kafka-python 3.0.12 that met such a record
    turns round for ever at its next poll.
    """
    return [part for part, at in enumerate(offsets) if _fails(bootstrap, topic, part, at)]


def _fails(bootstrap: str, topic: str, part: int, offset: int) -> bool:
    consumer = TopicConsumer(bootstrap, topic, [part])
    try:
        consumer.seek([offset])
        consumer.poll(_PROBE_SECONDS, full=())
    except CorruptRecordError:
        return True
    finally:
        consumer.close()
    return False
