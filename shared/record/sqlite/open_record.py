"""A record in a folder: its database, its key store and its epoch keys, put together."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from eventsourcing.sqlite import SQLiteFactory

from shared.eventbase.event import Event
from shared.record.errors import KeyStoreError, SettingsError
from shared.record.filewrapper import FileWrapper
from shared.record.mapper import SealedMapper
from shared.record.record import Parts, Record
from shared.record.seal import MakeSealer, Sealer
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.facts import settle
from shared.record.sqlite.keystore import SqliteKeyStore
from shared.record.sqlite.migrate import migrate, pending
from shared.record.sqlite.recorder import SqliteRecorder

EVENTS_FILE = "events.db"
KEYS_FILE = "keys.db"
EPOCHS_FILE = "epoch.key"
_HERE = Path(__file__).parent
RECORD_MIGRATIONS = "record", _HERE / "migrations"
KEY_MIGRATIONS = "keys", _HERE / "key_migrations"

RandomBytes = Callable[[int], bytes]


class SqliteRecord(Record):
    """A record in SQLite. ``database`` is for what must commit with it: tracking, agenda, log."""

    database: SqliteDatabase


def migrate_record(folder: Path, random_bytes: RandomBytes) -> None:
    """Makes the record's files in ``folder``, or brings them up to this version.

    Raises SettingsError, and KeyStoreError when there are keys but no epoch key file.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for file, migrations in ((EVENTS_FILE, RECORD_MIGRATIONS), (KEYS_FILE, KEY_MIGRATIONS)):
        with closing(SqliteDatabase(folder / file)) as database:
            migrate(database, *migrations)
    epochs = folder / EPOCHS_FILE
    if not epochs.exists():
        _refuse_keys_without_epoch(folder / KEYS_FILE)
        FileWrapper.create(epochs, random_bytes)


def open_record(
    folder: Path,
    origin: str,
    events: Mapping[str, type[Event]],
    clock: Callable[[], datetime],
    random_bytes: RandomBytes,
    simulated: bool = False,
    production: bool = False,
    environ: Mapping[str, str] = os.environ,
    sealer: MakeSealer = Sealer,
) -> SqliteRecord:
    """The record in ``folder``, which :func:`migrate_record` made.

    ``origin`` names the log for ever. ``random_bytes`` must be cryptographic. Raises
    SettingsError when migrations are pending, when the store belongs to another origin, or in
    ``production`` when its clock is or was simulated; KeyStoreError without its keys.
    """
    database = _opened(folder / EVENTS_FILE, *RECORD_MIGRATIONS)
    key_database = _opened(folder / KEYS_FILE, *KEY_MIGRATIONS)
    wrapper = FileWrapper(folder / EPOCHS_FILE, random_bytes)
    marked = settle(database, origin, simulated, production)
    keys = SqliteKeyStore(key_database, wrapper, random_bytes)
    seals = sealer(keys, random_bytes)
    env = {SQLiteFactory.SQLITE_DBNAME: str(database.path), SQLiteFactory.CREATE_TABLE: "n"}
    factory = SQLiteFactory(env)
    factory.datastore = database
    recorder = SqliteRecorder(database, origin, clock)
    parts = Parts(factory, recorder, SealedMapper(events, seals), seals, keys, keys.close)
    record = SqliteRecord(parts, origin, marked, env, environ)
    record.database = database
    return record


def _opened(path: Path, component: str, migrations: Path) -> SqliteDatabase:
    if not path.exists():
        raise SettingsError(f"{path.name} is er nog niet. Draai eerst: vangnet migrate.")
    database = SqliteDatabase(path)
    if pending(database, component, migrations):
        database.close()
        raise SettingsError(f"{path.name} is van een oudere versie. Draai eerst: vangnet migrate.")
    return database


def _refuse_keys_without_epoch(path: Path) -> None:
    with closing(SqliteDatabase(path)) as database, database.transaction(commit=False) as cursor:
        cursor.execute("SELECT count(*) FROM data_key")
        if cursor.fetchone()[0]:
            raise KeyStoreError(
                f"{EPOCHS_FILE} ontbreekt. Zet het terug uit de back-up: zonder is niets te lezen."
            )
