"""Whether a broker really works: an open port or a line in a log says nothing."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from uuid import uuid4

from kafka import KafkaAdminClient, KafkaProducer
from kafka.errors import KafkaError

_TRY_MS = 5_000


class NotReady(Exception):
    """The broker did not answer in time."""


def wait_ready(bootstrap: str, copies: int, seconds: float = 90.0) -> None:
    """Returns once a topic can be made, written to by all copies, and removed. Raises NotReady."""
    until = time.monotonic() + seconds
    while True:
        try:
            _connect(bootstrap)
            return _whole_round(bootstrap, copies)
        except (KafkaError, OSError) as error:
            if time.monotonic() > until:
                raise NotReady(f"{bootstrap}: {type(error).__name__}") from error
            time.sleep(0.3)


def _connect(bootstrap: str) -> None:
    # A client that finds nobody cannot be closed: it leaves a thread and sockets behind.
    for each in bootstrap.split(","):
        host, _, port = each.rpartition(":")
        socket.create_connection((host, int(port)), timeout=_TRY_MS / 1000).close()


def _whole_round(bootstrap: str, copies: int) -> None:
    topic = f"ready-{uuid4().hex}"
    admin = KafkaAdminClient(
        bootstrap_servers=bootstrap, bootstrap_timeout_ms=_TRY_MS, request_timeout_ms=_TRY_MS
    )
    try:
        admin.create_topics({topic: {"num_partitions": 1, "replication_factor": copies}})
        _write(bootstrap, topic)
        admin.delete_topics([topic])
    finally:
        admin.close()


def _write(bootstrap: str, topic: str) -> None:
    producer = KafkaProducer(
        bootstrap_servers=bootstrap,
        acks="all",
        max_block_ms=_TRY_MS,
        request_timeout_ms=_TRY_MS,
        delivery_timeout_ms=2 * _TRY_MS,
    )
    try:
        producer.send(topic, b"ready").get(timeout=_TRY_MS / 1000)
    finally:
        with suppress(KafkaError):
            producer.close(1)
