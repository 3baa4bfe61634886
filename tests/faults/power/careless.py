"""The database as it would be with another ``synchronous``: what the tests must find wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventsourcing.sqlite import SQLiteConnection

from shared.record.opening import Stores, Terms, open_stores
from shared.record.record import Record
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.open_record import EVENTS_FILE, KEYS_FILE, open_record

FULL, NORMAL, OFF = "FULL", "NORMAL", "OFF"


class CarelessDatabase(SqliteDatabase):
    """Sets ``synchronous`` again on every connection that is handed out."""

    def __init__(self, path: Path, synchronous: str) -> None:
        super().__init__(path)
        self._synchronous = synchronous

    @contextmanager
    def get_connection(self, *, commit: bool) -> Iterator[SQLiteConnection]:
        with super().get_connection(commit=commit) as connection:
            connection.cursor().execute(f"PRAGMA synchronous={self._synchronous}")
            yield connection


def opened(folder: Path, terms: Terms, synchronous: str) -> Record:
    """The record in ``folder``; with FULL exactly as a service opens it."""
    if synchronous == FULL:
        return open_record(folder, terms)
    paths = folder / EVENTS_FILE, folder / KEYS_FILE
    databases = [CarelessDatabase(path, synchronous) for path in paths]
    return open_stores(Stores(*databases, folder), terms)
