"""What seal, leaf and tree cost in an append: the same acts with and without each of them."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median

import pytest

from shared.record.database import Database
from shared.record.opening import Stores, migrate_stores
from shared.record.postgres.database import PostgresDatabase
from shared.record.record import Record
from shared.record.sqlite.database import SqliteDatabase
from tests.bench.appending import append
from tests.bench.report import Report, line
from tests.bench.stripped import KINDS, opened
from tests.bench.towns import databases

_ROUNDS = 5
_ACTS = 30
_WARM = 20
# Its events and its keys.
_BASES = 2 * len(KINDS)


@pytest.fixture
def records(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[Record]]:
    """An empty record of each kind."""
    with ExitStack() as stack:
        if backend == "SQLite":
            made: list[Database] = [SqliteDatabase(tmp_path / str(n)) for n in range(_BASES)]
        else:
            server = request.getfixturevalue("postgres_server")
            addresses = stack.enter_context(databases(server, _BASES))
            made = [PostgresDatabase(each, "plans") for each in addresses]
        yield [
            stack.enter_context(closing(_record(number, made, tmp_path)))
            for number in range(len(KINDS))
        ]


def _record(number: int, databases: list[Database], folder: Path) -> Record:
    own = folder / f"kind {number}"
    own.mkdir()
    stores = Stores(databases[2 * number], databases[2 * number + 1], own)
    migrate_stores(stores, os.urandom)
    return opened(KINDS[number], stores)


def bench_append_stripped(report: Report, backend: str, records: list[Record]) -> None:
    """One act at a time, in turns. CPU is of this process: a server's is not in it."""
    for record in records:
        _acts(record, _WARM)
    turns = [[_acts(record, _ACTS) for record in records] for _ in range(_ROUNDS)]
    walls = [median(wall for wall, _ in each) for each in zip(*turns, strict=True)]
    cpus = [median(cpu for _, cpu in each) for each in zip(*turns, strict=True)]
    for kind, wall, cpu in zip(KINDS, walls, cpus, strict=True):
        name = f"append, {backend}, {kind.name}"
        report.add(line(name, 1 / wall, "acts/s", (KINDS[0].name, 1 / walls[0])))
        report.add(line(f"{name}, CPU", cpu * 1e3, "ms/act", (KINDS[0].name, cpus[0] * 1e3)))


def _acts(record: Record, times: int) -> tuple[float, float]:
    """Seconds of wall and of CPU that an act takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    for _ in range(times):
        append(record, 1)
    return (time.perf_counter() - wall) / times, (time.process_time() - cpu) / times
