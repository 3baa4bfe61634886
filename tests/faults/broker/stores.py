"""The databases of a trial: in files, or in PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path

from shared.feed.kafka import places
from shared.feed.kafka.places import RelayPlaces
from shared.record.database import Database
from shared.record.migrate import migrate
from shared.record.opening import Terms
from shared.record.postgres.database import PostgresDatabase
from shared.record.postgres.open_record import migrate_record_postgres, open_postgres_record
from shared.record.record import Record
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.open_record import migrate_record, open_record
from tests.contract.record.family import EVENTS
from tests.parts.postgres import Schema
from vangnet.world import real_clock

_ORIGIN = "proef"


class Stores:
    """Gives everybody a database of its own, and upstream its record."""

    def __init__(
        self, record: Record, database: Callable[[str], Database], opened: ExitStack
    ) -> None:
        self.record = record
        self._database = database
        self._opened = opened

    def database(self, name: str) -> Database:
        """An empty one."""
        return self._opened.enter_context(closing(self._database(name)))

    def places(self, name: str) -> RelayPlaces:
        """Where a relay notes how far it came."""
        database = self.database(name)
        migrate(database, places.COMPONENT, places.MIGRATIONS)
        return RelayPlaces(database)


def _terms(clock: Callable[[], datetime] | None = None) -> Terms:
    return Terms(origin=_ORIGIN, events=EVENTS, random_bytes=os.urandom, clock=clock)


@contextmanager
def in_files(folder: Path) -> Iterator[Stores]:
    """Everybody a file in this folder."""
    with ExitStack() as opened:
        record = folder / "record"
        migrate_record(record, os.urandom)
        made = open_record(record, _terms(real_clock))
        opened.enter_context(closing(made))
        yield Stores(made, lambda name: SqliteDatabase(folder / f"{name}.db"), opened)


@contextmanager
def in_postgres(folder: Path, fresh_schema: Callable[[], Schema]) -> Iterator[Stores]:
    """Everybody a schema; the folder is for the keys to the keys."""

    def database(name: str) -> Database:
        schema = fresh_schema()
        return PostgresDatabase(schema.events, schema.name)

    with ExitStack() as opened:
        own = fresh_schema()
        where = own.events, own.keys, own.name, folder
        migrate_record_postgres(*where, os.urandom)
        made = open_postgres_record(*where, _terms())
        opened.enter_context(closing(made))
        yield Stores(made, database, opened)
