"""Appending to the record on each database, without the web around it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.appending import acts_a_second, in_files, in_postgres, trips_of
from tests.bench.pgbench import PgBench
from tests.bench.raw_rows import raw_acts_a_second
from tests.bench.report import Report, line
from tests.bench.towns import databases
from tests.parts.postgres import PostgresServer

AT_ONCE = (1, 10)


@pytest.fixture
def three(postgres_server: PostgresServer) -> Iterator[list[str]]:
    """Databases for events, for keys, and for the floor."""
    with databases(postgres_server, 3) as addresses:
        yield addresses


def bench_append_sqlite(report: Report, tmp_path: Path) -> None:
    """One act in an append and ten, against the bare statements of one."""
    raw = raw_acts_a_second(tmp_path / "raw")
    with closing(in_files(tmp_path / "record")) as record:
        for at_once in AT_ONCE:
            rate = acts_a_second(record, at_once)
            name = f"record append, SQLite, {at_once} act(s) at a time"
            report.add(line(name, rate, "acts/s", ("bare statements, 1 act", raw)))


def bench_append_postgres(report: Report, three: list[str], tmp_path: Path) -> None:
    """The same against pgbench on one connection, and the journeys of an append."""
    events, keys, beside = three
    floor = PgBench(beside).acts_a_second(1)
    with closing(in_postgres(events, keys, tmp_path)) as record:
        for at_once in AT_ONCE:
            rate = acts_a_second(record, at_once)
            name = f"record append, PostgreSQL, {at_once} act(s) at a time"
            report.add(line(name, rate, "acts/s", ("pgbench -c 1, 1 act", floor)))
    for at_once in AT_ONCE:
        trips = trips_of(events, keys, tmp_path, at_once)
        name = f"journeys of an append, PostgreSQL, {at_once} act(s)"
        report.add(line(name, trips, "trips", ("pgbench", 2.0)))
