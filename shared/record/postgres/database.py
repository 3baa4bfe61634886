"""One schema of a PostgreSQL database, and the connections that this process has to it."""

from __future__ import annotations

import logging
import re
import select
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import cast

import psycopg
from eventsourcing.persistence import (
    Cursor,
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    ProgrammingError,
)
from psycopg_pool import ConnectionPool

from shared.record.errors import SettingsError
from shared.record.postgres.address import address, described
from shared.record.postgres.cursor import Connection, PostgresCursor

# Its warnings come between the lines of our own log, and whoever asks gets the error itself.
logging.getLogger("psycopg.pool").setLevel(logging.ERROR)
CONNECTIONS = 16
_WAIT_SECONDS = 15
_NAME = re.compile(r"[a-z][a-z0-9_]{0,40}")
_PLACE = (Path(__file__).parent / "place.sql").read_text("utf-8")
# Held until the migration commits, however long that takes.
_ONE_MIGRATION = (
    "SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0; "
    "SELECT pg_advisory_xact_lock(hashtextextended('vangnet migrate {0}', 0)); "
)
_SCHEMA = "DO $$ BEGIN IF to_regnamespace('{0}') IS NULL THEN CREATE SCHEMA {0}; END IF; END $$; "
_ERRORS: dict[type[psycopg.Error], type[Exception]] = {
    psycopg.IntegrityError: IntegrityError,
    psycopg.OperationalError: OperationalError,
    psycopg.ProgrammingError: ProgrammingError,
    psycopg.DataError: DataError,
    psycopg.InternalError: InternalError,
    psycopg.NotSupportedError: NotSupportedError,
    psycopg.DatabaseError: DatabaseError,
    psycopg.Error: InterfaceError,
}


class PostgresDatabase:
    """One service's schema in a PostgreSQL database, durable at every commit.

    A transaction without ``commit`` sends no BEGIN and its connection refuses to write. Lost
    connections are replaced: a server that was restarted is waited for, up to 15 seconds. Raises
    SettingsError when the database cannot be reached, or would lose what it committed.
    """

    dialect = "postgres"
    clock = "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)"

    def __init__(self, conninfo: str, schema: str, connections: int = CONNECTIONS) -> None:
        if not _NAME.fullmatch(schema):
            raise SettingsError(f"{schema!r} kan geen schema heten: gebruik kleine letters.")
        self.conninfo = address(conninfo, schema)
        self.schema = schema
        self.name = described(conninfo, schema)
        self._check()
        self._pool: ConnectionPool[Connection] = ConnectionPool(
            self.conninfo,
            kwargs={"autocommit": True},
            min_size=1,
            max_size=connections,
            timeout=_WAIT_SECONDS,
            open=True,
        )

    @contextmanager
    def transaction(self, *, commit: bool, alone: str | None = None) -> Iterator[PostgresCursor]:
        """See :class:`shared.record.database.Database`."""
        with translated(), self._connected() as connection:
            cursor = PostgresCursor(connection)
            if not commit:
                yield cursor
                return
            cursor.execute("BEGIN READ WRITE")
            try:
                if alone is not None:
                    # EXCLUSIVE: readers go on.
                    cursor.execute(f"LOCK TABLE {alone} IN EXCLUSIVE MODE")
                yield cursor
                cursor.commit()
            except BaseException:
                cursor.rollback()
                raise

    def script(self, cursor: Cursor, sql: str) -> None:
        """Runs the statements of a migration."""
        cast(PostgresCursor, cursor).script(sql)

    def prepare(self, cursor: Cursor) -> None:
        """Makes the schema and its role if they are missing, one migration at a time."""
        self.script(cursor, _ONE_MIGRATION.format(self.schema))
        self.script(cursor, _SCHEMA.format(self.schema) + _PLACE)

    def has_table(self, cursor: Cursor, table: str) -> bool:
        """Whether the table is there."""
        cursor.execute("SELECT to_regclass(?) IS NOT NULL", (f"{self.schema}.{table}",))
        return bool(cursor.fetchone()[0])

    def forget_deleted(self) -> None:
        """Nothing: rows linger in the server's files until it cleans up, wrapped all the while."""

    def close(self) -> None:
        """Closes every connection."""
        self._pool.close()

    def _check(self) -> None:
        try:
            with psycopg.connect(self.conninfo, autocommit=True) as connection:
                for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                    row = connection.execute(f"SHOW {setting}").fetchone()
                    if row is None or row[0] == "off":
                        raise SettingsError(
                            f"PostgreSQL staat op {setting}=off en kan dan gegevens verliezen. "
                            f"Zet {setting} aan."
                        )
        except psycopg.OperationalError as error:
            raise SettingsError(
                f"De {self.name} is niet bereikbaar. Controleer het adres en of PostgreSQL "
                f"draait. De melding was: {error}"
            ) from error

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        connection = self._living()
        try:
            yield connection
        finally:
            self._pool.putconn(connection)

    def _living(self) -> Connection:
        # The pool's own check costs a journey each time, and waits between two broken ones.
        deadline = monotonic() + _WAIT_SECONDS
        while True:
            connection = self._pool.getconn(max(0.1, deadline - monotonic()))
            if not _spoken(connection):
                return connection
            connection.close()
            self._pool.putconn(connection)


@contextmanager
def translated() -> Iterator[None]:
    """Turns the driver's errors into the library's, so that nobody has to know the driver."""
    try:
        yield
    except psycopg.Error as error:
        kind = next(ours for theirs, ours in _ERRORS.items() if isinstance(error, theirs))
        raise kind(error) from error


def _spoken(connection: Connection) -> bool:
    """Whether the server ended this connection, or said anything else unasked."""
    if connection.closed:
        return True
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)
    return bool(poll.poll(0))
