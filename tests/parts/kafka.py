"""A real Kafka broker for the tests, and topics of their own for each of them.

``TEST_KAFKA`` (bootstrap servers), else Docker, else the jars of deploy/broker on this machine's
Java. With none of them these tests are skipped, and with ``CI=true`` they fail.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Protocol
from uuid import uuid4

import pytest

from deploy.broker.jars import NoBroker
from tests.parts.postgres import docker_answers
from tests.parts.proxy import ChaosProxy

_REMEDY = "Geen Kafka: zet TEST_KAFKA, start Docker, of installeer Java 17 met Maven."
_NOT_OURS = "de broker van TEST_KAFKA is niet van ons"


class KafkaBroker(Protocol):
    """A broker; ``kind`` is given, docker or jars. A given one is not ours to disturb."""

    kind: str
    bootstrap: str
    behind: int
    proxy: int

    @property
    def pid(self) -> int | None: ...

    def start(self) -> None: ...

    def kill9(self) -> None: ...

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def close(self) -> None: ...


class GivenBroker:
    """The brokers that ``TEST_KAFKA`` names."""

    kind = "given"
    behind = proxy = 0
    pid = None

    def __init__(self, bootstrap: str) -> None:
        self.bootstrap = bootstrap

    def start(self) -> None:
        """It runs already."""

    def kill9(self) -> None:
        pytest.skip(_NOT_OURS)

    def pause(self) -> None:
        pytest.skip(_NOT_OURS)

    def resume(self) -> None:
        """It was never paused."""

    def close(self) -> None:
        """It runs on."""


@pytest.fixture(scope="session")
def kafka_broker() -> Iterator[KafkaBroker]:
    """One broker for all tests of a session: who disturbs it, puts it right again."""
    try:
        broker = _broker()
    except NoBroker as error:
        why = f"{_REMEDY} {error}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(why)
    yield broker
    broker.close()


@pytest.fixture
def chaos(kafka_broker: KafkaBroker) -> Iterator[ChaosProxy]:
    """The way to the broker that can be disturbed: clients that begin there stay there."""
    if kafka_broker.kind == "given":
        pytest.skip(_NOT_OURS)
    seed = int(os.environ.get("TEST_SEED", uuid4().int % 10**6))
    print(f"TEST_SEED={seed}")
    proxy = ChaosProxy(kafka_broker.proxy, kafka_broker.behind, seed)
    yield proxy
    proxy.close()


@pytest.fixture
def fresh_service() -> Callable[[], str]:
    """Makes up the name of a service each time, so that its topics are nobody else's."""
    letters = str.maketrans("0123456789", "ghijklmnop")
    return lambda: "plans-" + uuid4().hex[:12].translate(letters)


def _broker() -> KafkaBroker:
    given = os.environ.get("TEST_KAFKA")
    if given:
        return GivenBroker(given)
    # Only here: the client takes as long to import as many a test takes to run.
    from tests.parts.dockerkafka import DockerBroker
    from tests.parts.localkafka import LocalBroker

    if docker_answers():
        return DockerBroker()
    return LocalBroker()
