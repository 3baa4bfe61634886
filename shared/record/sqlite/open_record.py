"""A record in a folder: its database, its key store and its epoch keys."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from shared.eventbase.event import Event
from shared.record.errors import SettingsError
from shared.record.opening import RandomBytes, Stores, Terms, migrate_stores, open_stores
from shared.record.record import Record
from shared.record.seal import MakeSealer, Sealer
from shared.record.sqlite.database import SqliteDatabase

EVENTS_FILE = "events.db"
KEYS_FILE = "keys.db"


def migrate_record(folder: Path, random_bytes: RandomBytes) -> None:
    """Makes the record's files in ``folder``, or brings them up to this version.

    Raises SettingsError, and KeyStoreError when there are keys but no epoch key file.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(_stores(folder)) as stores:
        migrate_stores(stores, random_bytes)


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
) -> Record:
    """The record in ``folder``, which :func:`migrate_record` made.

    ``origin`` names the log for ever. ``random_bytes`` must be cryptographic. Raises
    SettingsError when migrations are pending, when the store belongs to another origin, or in
    ``production`` when its clock is or was simulated; KeyStoreError without its keys.
    """
    for name in (EVENTS_FILE, KEYS_FILE):
        if not (folder / name).exists():
            raise SettingsError(f"{name} is er nog niet. Draai eerst: vangnet migrate.")
    terms = Terms(
        origin=origin,
        events=events,
        clock=clock,
        random_bytes=random_bytes,
        simulated=simulated,
        production=production,
        environ=environ,
        sealer=sealer,
    )
    return open_stores(_stores(folder), terms)


def _stores(folder: Path) -> Stores:
    return Stores(SqliteDatabase(folder / EVENTS_FILE), SqliteDatabase(folder / KEYS_FILE), folder)
