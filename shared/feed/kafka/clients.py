"""Making clients of kafka-python so that nothing is left of one that could not be made."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import Any, TypeVar

from kafka.net.compat import KafkaNetClient

T = TypeVar("T")


def connected(kind: Callable[..., T], **configs: Any) -> T:
    """A consumer, a producer or an admin client, that has found its brokers.

    Raises what it raises when they are away. By itself kafka-python 3.0.12 then leaves behind a
    thread that goes on connecting for ever: one more at every attempt of whoever tries again.
    """
    with ExitStack() as undoing:

        def network(**given: Any) -> KafkaNetClient:
            made = KafkaNetClient(**given)
            undoing.callback(_close, made)
            return made

        found = kind(kafka_client=network, **configs)
        undoing.pop_all()
    return found


def _close(network: KafkaNetClient) -> None:
    # Whatever state it is in: why it could not connect is being raised.
    with suppress(Exception):
        network.close()
