"""The implementations that the contract is run against: how to make, open and attack each."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Protocol

from pysqlite3 import dbapi2 as sqlite3

from shared.eventbase.event import Event
from shared.record.record import Record
from shared.record.sqlite.open_record import EVENTS_FILE, migrate_record, open_record
from tests.contract.record.family import EVENTS, Clock

ORIGIN = "test.vangnet.example/plans"


class Guarded(Exception):
    """The database itself refused a statement."""


class Store(Protocol):
    """One implementation of the record, somewhere on this machine."""

    clock: Clock

    def open(self, events: Mapping[str, type[Event]] = EVENTS, **settings: Any) -> Record:
        """The record, ready to use."""

    def attempt(self, statement: str, *parameters: object) -> None:
        """A statement as the application could run it. Raises Guarded when it is refused."""

    def attack(self, *statements: str) -> None:
        """Statements by somebody who owns the database and took the guards away."""

    def bytes_at_rest(self) -> Iterator[tuple[str, bytes]]:
        """Everything that a thief of the disk would have."""


class SqliteStore:
    """The record in SQLite files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        migrate_record(folder, secrets.token_bytes)

    def open(self, events: Mapping[str, type[Event]] = EVENTS, **settings: Any) -> Record:
        given = {"clock": self.clock, "environ": {}} | settings
        return open_record(self.folder, ORIGIN, events, random_bytes=secrets.token_bytes, **given)

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
