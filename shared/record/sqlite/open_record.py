"""A record in a folder: its database, its key store and its epoch keys."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from shared.record.durable import make_folder
from shared.record.errors import SettingsError
from shared.record.opening import RandomBytes, Stores, Terms, migrate_stores, open_stores
from shared.record.record import Record
from shared.record.sqlite.database import SqliteDatabase

EVENTS_FILE = "events.db"
KEYS_FILE = "keys.db"


def migrate_record(folder: Path, random_bytes: RandomBytes) -> None:
    """Makes the record's files in ``folder``, or brings them up to this version.

    Raises SettingsError, and KeyStoreError when there are keys but no epoch key file.
    """
    make_folder(folder)
    with closing(_stores(folder)) as stores:
        migrate_stores(stores, random_bytes)


def open_record(folder: Path, terms: Terms) -> Record:
    """The record in ``folder``, which :func:`migrate_record` made.

    Raises SettingsError when it was not, and what :func:`open_stores` raises.
    """
    for name in (EVENTS_FILE, KEYS_FILE):
        if not (folder / name).exists():
            raise SettingsError(f"{name} is er nog niet. Draai eerst: vangnet migrate.")
    return open_stores(_stores(folder), terms)


def _stores(folder: Path) -> Stores:
    return Stores(SqliteDatabase(folder / EVENTS_FILE), SqliteDatabase(folder / KEYS_FILE), folder)
