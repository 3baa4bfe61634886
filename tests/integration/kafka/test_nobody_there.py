"""What is left of an attempt to reach brokers that are away: nothing, however often it is made."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from kafka import KafkaAdminClient, KafkaConsumer, KafkaProducer
from kafka.errors import KafkaError

from shared.feed.kafka.clients import connected

# A connection that was refused leaves its socket to the garbage collector, and that is all.
pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning", "ignore:unclosed:ResourceWarning"
)
SOON_MS = 300


@pytest.fixture(params=["silent", "nobody"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where somebody listens who says nothing, or nobody listens."""
    with closing(socket.socket()) as listening:
        listening.bind(("127.0.0.1", 0))
        if request.param == "silent":
            listening.listen()
        yield f"127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize("kind", [KafkaAdminClient, KafkaConsumer, KafkaProducer])
def test_a_client_that_finds_nobody_leaves_no_thread_behind(
    kind: Callable[..., Any], address: str
) -> None:
    """During a long outage we try again all the while: each thread left would go on for ever."""
    before = set(threading.enumerate())
    for _ in range(3):
        with pytest.raises(KafkaError):
            connected(kind, bootstrap_servers=address, bootstrap_timeout_ms=SOON_MS)
    assert set(threading.enumerate()) == before


def test_left_to_itself_the_library_leaves_one() -> None:
    """A fault of kafka-python 3.0.12. Fails once it is repaired: then ``connected`` may go."""
    before = set(threading.enumerate())
    made: list[Any] = []

    def network(**given: Any) -> Any:
        made.append(KafkaAdminClient.DEFAULT_CONFIG["kafka_client"](**given))
        return made[-1]

    with pytest.raises(KafkaError):
        KafkaAdminClient(
            bootstrap_servers="127.0.0.1:1", bootstrap_timeout_ms=SOON_MS, kafka_client=network
        )
    assert len(set(threading.enumerate()) - before) == 1
    made[0].close()
