"""A record in PostgreSQL: a schema with its events, one elsewhere with its keys, and a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path

from shared.eventbase.event import Event
from shared.record.opening import RandomBytes, Stores, Terms, migrate_stores, open_stores
from shared.record.postgres.database import PostgresDatabase
from shared.record.record import Record
from shared.record.seal import MakeSealer, Sealer


def migrate_record_postgres(
    conninfo: str, key_conninfo: str, schema: str, folder: Path, random_bytes: RandomBytes
) -> None:
    """Makes the record's schemas and tables, and its epoch key in ``folder``, or brings them up to

    this version. Raises SettingsError, and KeyStoreError for keys without an epoch key file.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(_stores(conninfo, key_conninfo, schema, folder)) as stores:
        migrate_stores(stores, random_bytes)


def open_postgres_record(
    conninfo: str,
    key_conninfo: str,
    schema: str,
    folder: Path,
    origin: str,
    events: Mapping[str, type[Event]],
    random_bytes: RandomBytes,
    clock: Callable[[], datetime] | None = None,
    simulated: bool = False,
    production: bool = False,
    environ: Mapping[str, str] = os.environ,
    sealer: MakeSealer = Sealer,
) -> Record:
    """The record in ``schema``, which :func:`migrate_record_postgres` made.

    Without a ``clock`` the database says when something was recorded, to all processes alike.
    ``folder`` is shared by all processes of the service. Raises SettingsError and KeyStoreError
    like the record in SQLite, and SettingsError when a database is out of reach.
    """
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
    return open_stores(_stores(conninfo, key_conninfo, schema, folder), terms)


def _stores(conninfo: str, key_conninfo: str, schema: str, folder: Path) -> Stores:
    events = PostgresDatabase(conninfo, schema)
    try:
        return Stores(events, PostgresDatabase(key_conninfo, schema), folder)
    except BaseException:
        events.close()
        raise
