"""From an act that was answered to its effect in another process, over each transport."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.access.role import Role
from tests.bench.effects import SAMPLES, measured
from tests.bench.kafka_floor import PARTITIONS, topics
from tests.bench.report import Report, line
from tests.bench.serving import Server
from tests.bench.towns import on_postgres, processes
from tests.integration.kafka.conftest import left_sockets as left_sockets
from tests.integration.vangnet.apart import Apart
from tests.integration.vangnet.process import launched
from tests.parts.postgres import PostgresServer

FOLLOWER = "notifications"
SEED = 20261122


def within(limit: float) -> tuple[str, Callable[[float, float], bool]]:
    """The aim to stay within so many milliseconds."""
    return f"<= {limit:g} ms", lambda value, ratio: value <= limit


@pytest.fixture(params=["HTTP", "Kafka"])
def transport(request: pytest.FixtureRequest) -> str:
    """How feeds are followed."""
    return str(request.param)


@pytest.fixture
def by_transport(transport: str, request: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The settings that choose it."""
    if transport == "HTTP":
        yield {}
        return
    given = {
        "VANGNET_KAFKA": request.getfixturevalue("kafka_broker").bootstrap,
        "VANGNET_KAFKA_REPLICATION": "1",
        "VANGNET_KAFKA_PARTITIONS": str(PARTITIONS),
    }
    with topics(given):
        yield given


def bench_effect(
    report: Report,
    transport: str,
    by_transport: dict[str, str],
    postgres_server: PostgresServer,
    tmp_path: Path,
) -> None:
    """Plans and notifications as processes on PostgreSQL; with Kafka a relay besides."""
    seed = int(os.environ.get("TEST_SEED", SEED))
    print(f"TEST_SEED={seed}, {SAMPLES} acts")
    with (
        on_postgres(postgres_server, tmp_path) as town,
        _running({**town, **by_transport}, transport) as services,
    ):
        server = Server(services.up["plans"].address, services.token(Role.WORKER))
        found = measured(server, town["VANGNET_DATABASE"], FOLLOWER, random.Random(seed))
    report.add(
        line(
            f"act to effect elsewhere, {transport}, p50",
            found.p50,
            "ms",
            ("its aim", 50),
            within(50),
        ),
        line(
            f"act to effect elsewhere, {transport}, p99",
            found.p99,
            "ms",
            ("its aim", 500),
            within(500),
        ),
    )


@contextmanager
def _running(settings: dict[str, str], transport: str) -> Iterator[Apart]:
    with processes(settings) as services:
        services.start("plans", "evaluations", FOLLOWER)
        if transport == "Kafka":
            with services.log_of("relay").open("ab") as log:
                environ = {**os.environ, **services.settings}
                services.ready(launched(["relay", "plans"], environ, log))
        yield services
