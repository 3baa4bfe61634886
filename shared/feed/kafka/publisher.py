"""Sending records so that afterwards it is certain that all of them arrived."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, Protocol

from kafka import KafkaProducer

from shared.feed.kafka.address import options_of
from shared.feed.kafka.clients import connected
from shared.feed.kafka.record import Record, partition_of

# Milliseconds. A batch that is not acknowledged by then counts as lost, and is sent again by us.
DELIVERY_MS = 20_000
_REQUEST_MS = 10_000
_BLOCK_MS = 10_000
_LINGER_MS = 5


class Sender(Protocol):
    """The part of KafkaProducer that is used here."""

    def send(self, topic: str, **record: Any) -> Any:
        """Begins to send; gives a future."""

    def flush(self, timeout: float) -> None:
        """Waits until everything was sent or failed."""

    def close(self, timeout: float) -> None:
        """Stops it."""


class _Producer(KafkaProducer):  # type: ignore[misc]
    """One that stops when it is told to.

    That of kafka-python 3.0.12 first waits until nothing is left to send; when that takes longer
    than it may, it raises and goes on for ever, thread, connections and all.
    """

    def close(self, timeout: float | None = None, null_logger: bool = False) -> None:
        """Stops it; with a ``timeout`` of 0 without sending what it still had to send."""
        if timeout == 0 and self._sender is not None:
            self._sender.force_close()
        super().close(timeout, null_logger)


def make_producer(bootstrap: str, delivery_ms: int = DELIVERY_MS) -> KafkaProducer:
    """An idempotent producer of which no call waits for ever."""
    return connected(
        _Producer,
        **options_of(bootstrap),
        acks="all",
        enable_idempotence=True,
        allow_auto_create_topics=False,
        linger_ms=_LINGER_MS,
        request_timeout_ms=min(_REQUEST_MS, delivery_ms // 2),
        delivery_timeout_ms=delivery_ms,
        max_block_ms=min(_BLOCK_MS, delivery_ms),
        bootstrap_timeout_ms=min(_BLOCK_MS, delivery_ms),
        metrics_enabled=False,
    )


class KafkaPublisher:
    """Owns one producer at a time; ``made`` counts them.

    After any error nobody knows what arrived, and an idempotent producer of kafka-python 3.0.12
    may never send again: the producer is abandoned, the next attempt makes a new one, and the
    caller sends the same records again. Not safe to use from two threads.
    """

    def __init__(
        self, make: Callable[[], Sender], partitions: int, seconds: float = DELIVERY_MS / 1000 + 5
    ) -> None:
        self._make = make
        self._partitions = partitions
        self._seconds = seconds
        self._producer: Sender | None = None
        self.made = 0

    def publish(self, records: Sequence[Record]) -> None:
        """Returns once all were acknowledged by every broker in sync. Raises what went wrong."""
        producer = self._producer or self._new()
        try:
            sent = [self._send(producer, record) for record in records]
            producer.flush(timeout=self._seconds)
            for future in sent:
                future.get(timeout=self._seconds)
        except BaseException:
            self.abandon()
            raise

    def abandon(self) -> None:
        """Lets go of the producer without waiting for anything it still had to send."""
        producer, self._producer = self._producer, None
        if producer is not None:
            # In the state that it may be in, closing it can fail too, and tells nothing new.
            with suppress(Exception):
                producer.close(timeout=0)

    def _new(self) -> Sender:
        self._producer = self._make()
        self.made += 1
        return self._producer

    def _send(self, producer: Sender, record: Record) -> Any:
        return producer.send(
            record.topic,
            key=record.key,
            value=record.value,
            headers=list(record.headers),
            partition=partition_of(record.key, self._partitions),
        )
