"""One SQLite file, and the connections to it that everything in this service shares."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from time import sleep as _sleep

from eventsourcing.persistence import Cursor, InterfaceError, OperationalError
from eventsourcing.sqlite import (
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteDatastore,
    SQLiteTransaction,
)

from shared.record.durable import sync
from shared.record.errors import CommitUnclearError, SettingsError
from shared.record.sqlite.script import statements

BUSY_SECONDS = 10
_LOOK_AGAIN_SECONDS = 0.01
_CONNECTIONS = 16
_STATEMENTS = 256
# What a checkpoint says of the pages when another process is at one: SQLite waits for a reader,
# and never for that.
_BESIDE_ANOTHER = -1
_HAS_TABLE = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?"
# What each pragma must answer once it is set. ``recursive_triggers``: without it INSERT OR REPLACE
# deletes rows behind the back of the triggers that guard them.
_PRAGMAS: dict[str, tuple[str, str | int]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "secure_delete": ("ON", 1),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),
}


class _Transaction(SQLiteTransaction):
    def __enter__(self) -> SQLiteCursor:
        cursor = self.connection.cursor()
        try:
            # A writer takes the lock before it reads: upgrading a stale snapshot fails at once.
            cursor.execute("BEGIN IMMEDIATE" if self.commit else "BEGIN")
        except sqlite3.OperationalError as error:
            raise OperationalError(error) from error
        return cursor


class _Connection(SQLiteConnection):
    @contextmanager
    def transaction(self, *, commit: bool) -> Iterator[SQLiteCursor]:
        with _Transaction(self, commit=commit) as cursor, cursor:
            yield cursor

    def commit(self) -> None:
        try:
            super().commit()
        except sqlite3.Error as error:
            # Closing undoes what is still open, so that the pool never hands it out again.
            self.close()
            raise CommitUnclearError(error) from error


class _Pool(SQLiteConnectionPool):
    def __init__(self, path: Path, sleep: Callable[[float], None]) -> None:
        super().__init__(db_name=str(path), pool_size=_CONNECTIONS, max_overflow=_CONNECTIONS)
        self._sleep = sleep

    def _create_connection(self) -> SQLiteConnection:
        try:
            connection = sqlite3.connect(
                self.db_name,
                isolation_level=None,
                check_same_thread=False,
                cached_statements=_STATEMENTS,
                timeout=BUSY_SECONDS,
            )
        except sqlite3.Error as error:
            raise InterfaceError(error) from error
        for name, (value, answer) in _PRAGMAS.items():
            _set(connection, name, value, answer, self._sleep)
        connection.row_factory = sqlite3.Row
        return _Connection(connection, self.max_age)


def _set(
    connection: sqlite3.Connection,
    name: str,
    value: str,
    answer: str | int,
    sleep: Callable[[float], None],
) -> None:
    for _ in range(int(BUSY_SECONDS / _LOOK_AGAIN_SECONDS)):
        try:
            connection.execute(f"PRAGMA {name}={value}")
            break
        except sqlite3.OperationalError as error:
            # Of two that give a new file its log at once, SQLite refuses one without any waiting.
            if "locked" not in str(error):
                raise
            sleep(_LOOK_AGAIN_SECONDS)
    (found,) = connection.execute(f"PRAGMA {name}").fetchone()
    if found != answer:
        connection.close()
        raise SettingsError(
            f"SQLite wil {name}={value} hier niet. Zet de database op een lokale schijf."
        )


class SqliteDatabase(SQLiteDatastore):
    """A SQLite file in WAL mode, durable at every commit; deleted content is overwritten.

    One process per file. ``transaction(commit=True)`` takes the write lock at its start; writers
    in this process wait for their turn without keeping readers waiting. Raises SettingsError on
    a disk where SQLite cannot keep these promises. ``sleep`` takes seconds.
    """

    dialect = "sqlite"
    clock = "CAST(unixepoch('subsec') * 1000000 AS INTEGER)"

    def __init__(self, path: Path, sleep: Callable[[float], None] = _sleep) -> None:
        # For its owner only; SQLite gives its log files the same rights.
        path.touch(mode=0o600)
        super().__init__(str(path), single_row_tracking=True)
        self.path = path
        self.name = path.name
        self._turn = Lock()
        self._sleep = sleep
        self.pool = _Pool(path, sleep)

    @contextmanager
    def get_connection(self, *, commit: bool) -> Iterator[SQLiteConnection]:
        """A connection from the pool; with ``commit`` the only one that may write."""
        with self._my_turn() if commit else nullcontext():
            # The pool's own write lock is left alone: waiting for it keeps readers out of the
            # pool, and it is never released when making a connection fails.
            connection = self.pool.get_connection()
            try:
                yield connection
            finally:
                self.pool.put_connection(connection)

    @contextmanager
    def _my_turn(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=BUSY_SECONDS):
            raise OperationalError("another thread kept the write lock too long")
        try:
            yield
        finally:
            self._turn.release()

    @contextmanager
    def transaction(self, *, commit: bool, alone: str | None = None) -> Iterator[SQLiteCursor]:
        """See :class:`shared.record.database.Database`: whoever writes is alone in the file."""
        with super().transaction(commit=commit) as cursor:
            yield cursor

    def script(self, cursor: Cursor, sql: str) -> None:
        """Runs the statements of a migration, in the transaction that is going on."""
        for statement in statements(sql):
            cursor.execute(statement)

    def prepare(self, cursor: Cursor) -> None:
        """Nothing: a file is a place, and its write lock keeps other migrations waiting."""

    def has_table(self, cursor: Cursor, table: str) -> bool:
        """Whether the table is there."""
        cursor.execute(_HAS_TABLE, (table,))
        return bool(cursor.fetchone()[0])

    def forget_deleted(self) -> None:
        """Moves the write-ahead log into the file and empties it, so that nothing lingers there.

        Raises OperationalError when a reader kept it from doing so.
        """
        with self.get_connection(commit=True) as connection:
            cursor = connection.cursor()
            for _ in range(int(BUSY_SECONDS / _LOOK_AGAIN_SECONDS)):
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                busy, pages, _ = cursor.fetchone()
                if not busy:
                    # SQLite leaves it to the disk when the log is as empty there.
                    sync(self.path.with_name(f"{self.name}-wal"))
                    return
                if pages != _BESIDE_ANOTHER:
                    break
                self._sleep(_LOOK_AGAIN_SECONDS)
            raise OperationalError("the write-ahead log is in use")
