"""What only the SQLite access log can promise: its own database refuses to change a row."""

from __future__ import annotations

import sqlite3

import pytest
from eventsourcing.persistence import PersistenceError

from shared.access.sqlite.log import SqliteAccessLog
from shared.record.sqlite.database import SqliteDatabase
from tests.contract.access_log.entries import PLAN, entry, seal

ATTEMPTS = [
    "UPDATE access_log SET entry = '{}'",
    "UPDATE access_log SET hash = zeroblob(32)",
    "DELETE FROM access_log",
    "INSERT OR REPLACE INTO access_log (seq, entry, previous, hash) VALUES (1, '{}', x'', x'')",
]


@pytest.mark.parametrize("statement", ATTEMPTS)
def test_rows_are_guarded_against_change(database: SqliteDatabase, statement: str) -> None:
    """Replacing a row is deleting it, and is refused like it."""
    log = SqliteAccessLog(database, seal)
    log.write(entry())
    before = log.after(0, 10)
    with (
        pytest.raises((sqlite3.Error, PersistenceError), match="append-only"),
        database.transaction(commit=True) as cursor,
    ):
        cursor.execute(statement)
    assert log.after(0, 10) == before


def test_rows_are_found_by_plan_and_by_reader(database: SqliteDatabase) -> None:
    """The columns are read from the hashed text, by an index."""
    SqliteAccessLog(database, seal).write(entry())
    with database.transaction(commit=False) as cursor:
        query = "SELECT seq FROM access_log WHERE plan_id = ? AND subject = ?"
        cursor.execute(query, (str(PLAN), "s1"))
        assert cursor.fetchone()[0] == 1
        cursor.execute(f"EXPLAIN QUERY PLAN {query}", (str(PLAN), "s1"))
        assert "access_log_by_" in cursor.fetchone()["detail"]
