"""The databases that the contract is run against: how to make, open and attack a record in each."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg
from pysqlite3 import dbapi2 as sqlite3

from shared.eventbase.event import Event
from shared.proof.tables.checkpoints import COMPONENT, MIGRATIONS
from shared.record.database import Database
from shared.record.migrate import migrate
from shared.record.opening import Terms
from shared.record.postgres.database import PostgresDatabase
from shared.record.postgres.open_record import migrate_record_postgres, open_postgres_record
from shared.record.record import Record
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.open_record import EVENTS_FILE, migrate_record, open_record
from tests.contract.record.family import EVENTS, Clock
from tests.parts.postgres import Schema

PROOF = COMPONENT, MIGRATIONS
ORIGIN = "test.vangnet.example/plans"


def terms(events: Mapping[str, type[Event]] = EVENTS, **settings: Any) -> Terms:
    """How a record is opened here, whatever the environment of the tests says."""
    given = {"origin": ORIGIN, "random_bytes": secrets.token_bytes, "environ": {}} | settings
    return Terms(events=events, **given)


class Guarded(Exception):
    """The database itself refused a statement."""


class Store(Protocol):
    """One record, somewhere on this machine.

    ``tricks``: statements against written rows that only this kind of database knows.
    """

    clock: Clock
    tricks: tuple[str, ...]

    def open(self, events: Mapping[str, type[Event]] = EVENTS, **settings: Any) -> Record:
        """The record, ready to use."""

    def proving(self) -> Database:
        """The same database as the signer knows it, with the tables of the proof."""

    def attempt(self, statement: str, *parameters: object) -> None:
        """A statement as the application could run it. Raises Guarded when it is refused."""

    def attack(self, *statements: str) -> None:
        """Statements by somebody who owns the database and took the guards away."""

    def bytes_at_rest(self) -> Iterator[tuple[str, bytes]]:
        """Everything that a thief of the disk would have."""


class SqliteStore:
    """The record in SQLite files in a folder."""

    tricks = (
        "INSERT OR REPLACE INTO stored_events SELECT * FROM stored_events LIMIT 1",
        "INSERT OR REPLACE INTO leaf SELECT * FROM leaf LIMIT 1",
    )

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        migrate_record(folder, secrets.token_bytes)

    def open(self, events: Mapping[str, type[Event]] = EVENTS, **settings: Any) -> Record:
        return open_record(self.folder, terms(events, **{"clock": self.clock} | settings))

    def proving(self) -> Database:
        database = SqliteDatabase(self.folder / EVENTS_FILE)
        migrate(database, *PROOF)
        return database

    def attempt(self, statement: str, *parameters: object) -> None:
        with self._connected() as connection:
            connection.execute("PRAGMA recursive_triggers=ON")
            try:
                connection.execute(statement, parameters)
            except sqlite3.IntegrityError as error:
                raise Guarded(error) from error

    def attack(self, *statements: str) -> None:
        with self._connected() as connection:
            triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            for (name,) in triggers.fetchall():
                connection.execute(f"DROP TRIGGER {name}")
            for statement in statements:
                connection.execute(statement)

    def bytes_at_rest(self) -> Iterator[tuple[str, bytes]]:
        for path in sorted(self.folder.iterdir()):
            yield path.name, path.read_bytes()

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.folder / EVENTS_FILE)) as connection, connection:
            yield connection


class PostgresStore:
    """The record in schemas of PostgreSQL; the service is a member of its role and no more."""

    tricks = (
        *(f"TRUNCATE {table}" for table in ("stored_events", "leaf", "idempotency", "store")),
        *(f"TRUNCATE {table}" for table in ("frontier", "destroyed", "destruction")),
        "ALTER TABLE stored_events DISABLE TRIGGER ALL",
        "DROP TRIGGER stored_events_rows ON stored_events",
        "DROP TRIGGER leaf_gone ON leaf",
        # A list of one's own in front of the one that the guard looks into.
        "CREATE TEMP TABLE destroyed AS SELECT seq, leaf_hash, seq + 1 AS by_seq FROM leaf; "
        "SELECT set_config('search_path', 'pg_temp,' || current_schema(), false); "
        "DELETE FROM stored_events",
        "ALTER TABLE leaf ALTER seq TYPE text",
        "DROP TABLE leaf CASCADE",
        "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
        "SET session_replication_role = replica",
        "SET ROLE postgres",
    )

    def __init__(self, schema: Schema, folder: Path) -> None:
        self.schema = schema
        self.folder = folder
        self.clock = Clock()
        given = schema.events, schema.keys, schema.name, folder
        migrate_record_postgres(*given, secrets.token_bytes)
        self.service = schema.login()

    def open(self, events: Mapping[str, type[Event]] = EVENTS, **settings: Any) -> Record:
        place = self.service.events, self.service.keys, self.schema.name, self.folder
        return open_postgres_record(*place, terms(events, **{"clock": self.clock} | settings))

    def proving(self) -> Database:
        with closing(PostgresDatabase(self.schema.events, self.schema.name)) as owner:
            migrate(owner, *PROOF)
        signer = self.schema.login("signer").events
        return PostgresDatabase(signer, self.schema.name)

    def attempt(self, statement: str, *parameters: object) -> None:
        with self._connected(self.service.events) as connection:
            try:
                connection.execute(statement.replace("?", "%s"), parameters)
            except (psycopg.IntegrityError, psycopg.errors.InsufficientPrivilege) as error:
                raise Guarded(error) from error

    def attack(self, *statements: str) -> None:
        with self._connected(self.schema.events) as connection:
            connection.execute(_AS_IN_SQLITE)
            for (table,) in connection.execute(_TABLES, (self.schema.name,)).fetchall():
                connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            for statement in statements:
                connection.execute(statement)

    def bytes_at_rest(self) -> Iterator[tuple[str, bytes]]:
        for path in sorted(self.folder.iterdir()):
            yield path.name, path.read_bytes()
        for address in (self.schema.events, self.schema.keys):
            with self._connected(address) as connection:
                tables = connection.execute(_TABLES, (self.schema.name,)).fetchall()
                for (table,) in tables:
                    with connection.cursor().copy(
                        f"COPY {table} TO STDOUT (FORMAT binary)"
                    ) as rows:
                        yield table, b"".join(rows)

    @contextmanager
    def _connected(self, address: str) -> Iterator[psycopg.Connection[Any]]:
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(f"SET search_path = {self.schema.name}")
            yield connection


_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = %s"
_AS_IN_SQLITE = """
DROP DOMAIN IF EXISTS blob;
CREATE DOMAIN blob AS bytea;
CREATE OR REPLACE FUNCTION unhex(text) RETURNS bytea LANGUAGE sql AS $$ SELECT decode($1, 'hex') $$;
CREATE OR REPLACE FUNCTION zeroblob(int) RETURNS bytea LANGUAGE sql
AS $$ SELECT decode(repeat('00', $1), 'hex') $$;
CREATE OR REPLACE FUNCTION randomblob(int) RETURNS bytea LANGUAGE sql VOLATILE
AS $$ SELECT substr(sha256(random()::text::bytea) || sha256(random()::text::bytea), 1, $1) $$;
"""
