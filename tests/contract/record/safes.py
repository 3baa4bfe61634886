"""Key stores of every kind, each with its epoch keys and its list of erasures in a folder."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import pytest

from shared.record.database import Database
from shared.record.erasures import ERASURES_FILE, ErasureList
from shared.record.filewrapper import FileWrapper
from shared.record.keystore import SqlKeyStore
from shared.record.migrate import migrate
from shared.record.opening import EPOCHS_FILE, KEY_MIGRATIONS
from shared.record.postgres.database import PostgresDatabase
from shared.record.sqlite.database import SqliteDatabase
from vangnet.world import SimulatedClock

BEGIN = datetime(2025, 3, 10, 9, tzinfo=UTC)


class Seconds:
    """A clock that only a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Safe(Protocol):
    """A place where a key store is kept, that can be opened more than once."""

    folder: Path
    seconds: Seconds
    clock: SimulatedClock

    def open(self, kind: type[FileWrapper] = FileWrapper) -> SqlKeyStore:
        """The key store there, as a process that starts now would have it."""

    def at_rest(self) -> bytes:
        """Everything in its folder: the epoch keys."""


class SqlSafe:
    """A key store in a database of each kind, and its epoch keys in a folder."""

    def __init__(self, folder: Path, database: Callable[[], Database]) -> None:
        self.folder = folder
        self.seconds = Seconds()
        self.clock = SimulatedClock(BEGIN)
        self._database = database
        with closing(database()) as made:
            migrate(made, *KEY_MIGRATIONS)
        FileWrapper.create(folder / EPOCHS_FILE, secrets.token_bytes)
        self.opened: list[SqlKeyStore] = []

    def open(self, kind: type[FileWrapper] = FileWrapper) -> SqlKeyStore:
        wrapper = kind(self.folder / EPOCHS_FILE, secrets.token_bytes)
        given = self._database(), wrapper, ErasureList(self.folder / ERASURES_FILE)
        more = {"clock": self.clock, "cached": 100, "seconds": self.seconds}
        self.opened.append(SqlKeyStore(*given, secrets.token_bytes, **more))
        self.opened[-1].agree_with_list()
        return self.opened[-1]

    def at_rest(self) -> bytes:
        return b"".join(path.read_bytes() for path in sorted(self.folder.iterdir()))

    def close(self) -> None:
        for keys in self.opened:
            keys.close()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)])
def safe(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Safe]:
    """An empty key store of each kind."""

    def in_sqlite() -> Database:
        return SqliteDatabase(tmp_path / "keys.db")

    def in_postgres() -> Database:
        schema = request.getfixturevalue("schema")
        return PostgresDatabase(schema.keys, schema.name)

    made = SqlSafe(tmp_path, in_sqlite if request.param == "sqlite" else in_postgres)
    yield made
    made.close()
