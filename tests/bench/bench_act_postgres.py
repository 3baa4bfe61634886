"""A durable act over HTTP on PostgreSQL, against pgbench that writes the same rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from shared.access.role import Role
from tests.bench.pgbench import PgBench
from tests.bench.report import Report, line
from tests.bench.serving import Server, acts_a_second
from tests.bench.towns import databases, on_postgres, processes
from tests.parts.postgres import PostgresServer

AIM = (">= 25 % of pgbench", lambda value, ratio: ratio >= 0.25)


@pytest.fixture(scope="module")
def pgbench(postgres_server: PostgresServer) -> Iterator[PgBench]:
    """A record of its own on the same server."""
    with databases(postgres_server, 1) as (address,):
        yield PgBench(address)


def bench_act_on_postgres(
    report: Report, postgres_server: PostgresServer, pgbench: PgBench, tmp_path: Path
) -> None:
    """One process of plans, and two of them, that share the databases."""
    with on_postgres(postgres_server, tmp_path) as settings, processes(settings) as plans:
        plans.start("plans")
        token = plans.token(Role.WORKER)
        one = Server(plans.up["plans"].address, token)
        for connections in (1, 16):
            _compare(report, pgbench, [one], connections)
        twin = plans.ready(plans.launch("plans", 0, "twin"))
        _compare(report, pgbench, [one, Server(twin.address, token)], 16)


def _compare(report: Report, pgbench: PgBench, servers: Sequence[Server], connections: int) -> None:
    floor = pgbench.acts_a_second(connections)
    rate = acts_a_second(servers, connections)
    name = f"durable act, PostgreSQL, {connections} conn., {len(servers)} process(es)"
    report.add(line(name, rate, "acts/s", (f"pgbench -c {connections}", floor), AIM))
