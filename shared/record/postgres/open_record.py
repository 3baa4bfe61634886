"""A record in PostgreSQL: a schema with its events, one elsewhere with its keys, and a folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from shared.record.durable import make_folder
from shared.record.opening import RandomBytes, Stores, Terms, migrate_stores, open_stores
from shared.record.postgres.database import PostgresDatabase
from shared.record.record import Record


def migrate_record_postgres(
    conninfo: str, key_conninfo: str, schema: str, folder: Path, random_bytes: RandomBytes
) -> None:
    """Makes the record's schemas and tables, and its epoch key in ``folder``, or brings them up to

    this version. Raises SettingsError, and KeyStoreError for keys without an epoch key file.
    """
    make_folder(folder)
    with closing(_stores(conninfo, key_conninfo, schema, folder)) as stores:
        migrate_stores(stores, random_bytes)


def open_postgres_record(
    conninfo: str, key_conninfo: str, schema: str, folder: Path, terms: Terms
) -> Record:
    """The record in ``schema``, which :func:`migrate_record_postgres` made.

    ``folder`` is shared by all processes of the service. Raises SettingsError when a database is
    out of reach, and what :func:`open_stores` raises.
    """
    return open_stores(_stores(conninfo, key_conninfo, schema, folder), terms)


def _stores(conninfo: str, key_conninfo: str, schema: str, folder: Path) -> Stores:
    events = PostgresDatabase(conninfo, schema)
    try:
        return Stores(events, PostgresDatabase(key_conninfo, schema), folder)
    except BaseException:
        events.close()
        raise
