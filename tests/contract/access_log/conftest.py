"""Every implementation of the access log port."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.access.log import AccessLog
from shared.access.tables.log import COMPONENT, MIGRATIONS, SqlAccessLog
from shared.record.database import Database
from shared.record.migrate import migrate
from shared.record.postgres.database import PostgresDatabase
from shared.record.sqlite.database import SqliteDatabase
from tests.contract.access_log.entries import seal
from tests.contract.access_log.memory import MemoryAccessLog
from tests.parts.postgres import Schema

STORED = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]


@pytest.fixture
def sqlite_database(tmp_path: Path) -> Iterator[Database]:
    """A file with an empty access log."""
    made = SqliteDatabase(tmp_path / "toegang.sqlite")
    migrate(made, COMPONENT, MIGRATIONS)
    yield made
    made.close()


@pytest.fixture
def postgres_database(schema: Schema) -> Iterator[Database]:
    """A schema with an empty access log: its rows cannot be removed, so one for each test."""
    made = PostgresDatabase(schema.events, schema.name)
    migrate(made, COMPONENT, MIGRATIONS)
    yield made
    made.close()


@pytest.fixture(params=STORED)
def database(request: pytest.FixtureRequest) -> Database:
    """A database with an empty access log, of each kind."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


@pytest.fixture(params=["memory", *STORED])
def reopened(request: pytest.FixtureRequest) -> Callable[[], AccessLog]:
    """Opens the log, and opens it again: what was written must still be there."""
    if request.param == "memory":
        kept = MemoryAccessLog(seal)
        return lambda: kept
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return lambda: SqlAccessLog(found, seal)
