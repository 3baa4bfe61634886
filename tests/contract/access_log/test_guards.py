"""What only an access log in a database can promise: that refuses to change a row."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest
from eventsourcing.persistence import PersistenceError

from shared.access.tables.log import SqlAccessLog
from shared.record.database import Database
from shared.record.postgres.database import PostgresDatabase
from tests.contract.access_log.entries import PLAN, entry, seal
from tests.contract.access_log.test_access_log import broken
from tests.parts.postgres import Schema

ANYWHERE = [
    "UPDATE access_log SET entry = '{}'",
    "UPDATE access_log SET hash = previous",
    "DELETE FROM access_log",
]
ON_SQLITE = (
    "INSERT OR REPLACE INTO access_log (seq, entry, previous, hash) VALUES (1, '{}', x'', x'')"
)
ON_POSTGRES = [
    "TRUNCATE access_log",
    "INSERT INTO access_log (seq, entry, previous, hash) VALUES (1, '{}', '', '') "
    "ON CONFLICT (seq) DO UPDATE SET entry = '{}'",
]


def refuses(database: Database, statement: str) -> None:
    log = SqlAccessLog(database, seal)
    log.write(entry())
    before = log.after(0, 10)
    with (
        pytest.raises((sqlite3.Error, PersistenceError), match="append-only"),
        database.transaction(commit=True) as cursor,
    ):
        cursor.execute(statement)
    assert log.after(0, 10) == before


@pytest.mark.parametrize("statement", ANYWHERE)
def test_rows_are_guarded_against_change(database: Database, statement: str) -> None:
    """Also against somebody who is the owner of the table."""
    refuses(database, statement)


def test_a_row_cannot_be_replaced_in_sqlite(sqlite_database: Database) -> None:
    """Replacing a row is deleting it, and is refused like it."""
    refuses(sqlite_database, ON_SQLITE)


@pytest.mark.real_postgres
@pytest.mark.parametrize("statement", ON_POSTGRES)
def test_rows_cannot_be_replaced_or_truncated_in_postgres(
    postgres_database: Database, statement: str
) -> None:
    """Neither fires the guard on rows of an UPDATE or DELETE statement."""
    refuses(postgres_database, statement)


@pytest.mark.real_postgres
def test_the_service_s_role_can_write_the_log_and_nothing_worse(
    postgres_database: PostgresDatabase, schema: Schema
) -> None:
    """It has no right to delete or truncate; what it may ask for, the guard refuses."""
    as_service = PostgresDatabase(_as_service(schema), schema.name)
    log = SqlAccessLog(as_service, seal)
    log.write(entry())
    assert broken(log.after(0, 10)) == []
    for statement in (*ANYWHERE, *ON_POSTGRES, "DROP TABLE access_log"):
        with (
            pytest.raises(PersistenceError, match=r"append-only|denied|owner"),
            as_service.transaction(commit=True) as cursor,
        ):
            cursor.execute(statement)
    as_service.close()


def _as_service(schema: Schema) -> str:
    return psycopg.conninfo.make_conninfo(schema.events, options=f"-c role=vangnet_{schema.name}")


def test_rows_are_found_by_plan_and_by_reader(database: Database) -> None:
    """The columns are read from the hashed text."""
    SqlAccessLog(database, seal).write(entry())
    SqlAccessLog(database, seal).write(entry(plan_id=None))
    with database.transaction(commit=False) as cursor:
        query = "SELECT seq FROM access_log WHERE plan_id = ? AND subject = ?"
        cursor.execute(query, (str(PLAN), "s1"))
        assert [tuple(row) for row in cursor.fetchall()] == [(1,)]


def test_there_is_an_index_for_that(database: Database) -> None:
    """A log of years is searched without reading it all."""
    explain = {"sqlite": "EXPLAIN QUERY PLAN", "postgres": "EXPLAIN"}[database.dialect]
    with database.transaction(commit=True) as cursor:
        if database.dialect == "postgres":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"{explain} SELECT seq FROM access_log WHERE plan_id = ?", (str(PLAN),))
        told = " ".join(str(value) for row in cursor.fetchall() for value in tuple(row))
    assert "access_log_by_plan" in told
