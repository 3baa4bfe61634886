"""A way over a real broker for every test, with topics of its own."""

from __future__ import annotations

import gc
import logging
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.integration.kafka.line import Line
from tests.parts.kafka import KafkaBroker


@pytest.fixture
def line(
    kafka_broker: KafkaBroker, fresh_service: Callable[[], str], tmp_path: Path
) -> Iterator[Line]:
    """The way from a service that nobody else uses."""
    made = Line(kafka_broker.bootstrap, fresh_service(), tmp_path)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def left_sockets() -> Iterator[None]:
    """kafka-python leaves broken sockets to the garbage collector; its log would keep them."""
    log = logging.getLogger("kafka")
    level = log.level
    log.setLevel(logging.CRITICAL)
    yield
    log.setLevel(level)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
