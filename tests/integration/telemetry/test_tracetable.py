"""The trace of an act, kept beside it on either database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from shared.record.database import Database
from shared.record.migrate import migrate, pending
from shared.record.postgres.database import PostgresDatabase
from shared.record.sqlite.database import SqliteDatabase
from shared.telemetry.tracetable import COMPONENT, MIGRATIONS, Traces, TraceTable
from tests.parts.postgres import PostgresServer, Schema, remove

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
CAME = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database with the table, of each kind."""
    if request.param == "sqlite":
        yield from opened(SqliteDatabase(tmp_path / "events.db"))
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    schema = Schema(server, f"t_trace_{os.getpid()}")
    yield from opened(PostgresDatabase(schema.events, schema.name))
    remove(schema)


def opened(database: Database) -> Iterator[Database]:
    """Migrated, and closed at the end."""
    migrate(database, COMPONENT, MIGRATIONS)
    assert pending(database, COMPONENT, MIGRATIONS) == []
    yield database
    database.close()


def test_what_was_kept_of_acts_is_found_and_of_others_nothing(database: Database) -> None:
    """Several acts may be recorded at once, each with its own id."""
    acts = [uuid4() for _ in range(3)]
    table = TraceTable(lambda: NOW)
    with database.transaction(commit=True) as cursor:
        table.keep(cursor, acts[:2], CAME)
    assert Traces(database, table, on=True)(acts) == dict.fromkeys(acts[:2], CAME)
    assert Traces(database, table, on=True)([]) == {}
    assert Traces(database, table, on=False)(acts) == {}


def test_what_is_older_than_a_week_goes_when_the_next_is_kept(database: Database) -> None:
    """Nothing has to clean up beside it."""
    first, second, third = uuid4(), uuid4(), uuid4()
    for act, days in ((first, 0), (second, 2), (third, 8)):
        at = NOW + timedelta(days=days)
        with database.transaction(commit=True) as cursor:
            TraceTable(lambda at=at: at).keep(cursor, [act], CAME)  # type: ignore[misc]
    found = Traces(database, TraceTable(lambda: NOW), on=True)([first, second, third])
    assert set(found) == {second, third}


def test_an_act_that_is_undone_leaves_no_trace(database: Database) -> None:
    """It is written in the transaction of the act."""
    act, table = uuid4(), TraceTable(lambda: NOW)
    with pytest.raises(ZeroDivisionError), database.transaction(commit=True) as cursor:
        table.keep(cursor, [act], CAME)
        raise ZeroDivisionError
    assert Traces(database, table, on=True)([act]) == {}
