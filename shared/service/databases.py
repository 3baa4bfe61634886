"""Which databases a service is in: files in its folder, or a schema of its own in PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import msgspec

from shared.eventbase.event import Event
from shared.record.database import Database
from shared.record.errors import SettingsError
from shared.record.keystore import SqlKeyStore
from shared.record.opening import RandomBytes, Terms, open_keys
from shared.record.postgres.database import PostgresDatabase
from shared.record.postgres.open_record import migrate_record_postgres, open_postgres_record
from shared.record.record import Record
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.open_record import EVENTS_FILE, KEYS_FILE, migrate_record, open_record
from shared.service.settings import Settings
from shared.service.world import World

ACCESS_FILE = "access.db"


class Addresses(msgspec.Struct, frozen=True):
    """Where PostgreSQL has the events, and elsewhere the keys."""

    events: str
    keys: str


def addresses(settings: Settings) -> Addresses | None:
    """The PostgreSQL databases of a deployment; None: it is on SQLite.

    Raises SettingsError for one without the other, and for one that is both: whoever copies the
    events must not have the keys with them.
    """
    events, keys = settings.database, settings.key_database
    if events is None and keys is None:
        return None
    if events is None or keys is None:
        raise SettingsError(
            "VANGNET_DATABASE en VANGNET_KEY_DATABASE horen bij elkaar. Vul ze allebei in, of "
            "haal ze allebei weg om SQLite te gebruiken."
        )
    if events == keys:
        raise SettingsError(
            "VANGNET_DATABASE en VANGNET_KEY_DATABASE wijzen dezelfde database aan. Gebruik voor "
            "de sleutels een andere database, zodat een kopie van de een zonder de ander blijft."
        )
    return Addresses(events, keys)


def migrate_record_of(settings: Settings, service: str, random_bytes: RandomBytes) -> None:
    """Makes a service's record, or brings it up to this version."""
    folder, found = settings.folder_of(service), addresses(settings)
    if found is None:
        migrate_record(folder, random_bytes)
    else:
        migrate_record_postgres(found.events, found.keys, service, folder, random_bytes)


def open_record_of(
    settings: Settings, service: str, events: Mapping[str, type[Event]], world: World
) -> Record:
    """A service's record. On PostgreSQL the database's clock counts, unless time is simulated."""
    folder, found = settings.folder_of(service), addresses(settings)
    terms = Terms(
        origin=origin_of(service),
        events=events,
        random_bytes=world.random_bytes,
        clock=world.clock if found is None or settings.simulated else None,
        simulated=settings.simulated,
        production=settings.production,
        sealer=world.sealer,
        epoch=timedelta(settings.epoch_days),
    )
    if found is None:
        return open_record(folder, terms)
    return open_postgres_record(found.events, found.keys, service, folder, terms)


def open_keys_of(
    settings: Settings, service: str, random_bytes: RandomBytes, clock: Callable[[], datetime]
) -> SqlKeyStore:
    """A service's key store without its record: to turn its epoch. Close it afterwards.

    Raises SettingsError where there is none, and KeyStoreError without its epoch keys.
    """
    folder, found = settings.folder_of(service), addresses(settings)
    if found is None and not (folder / KEYS_FILE).exists():
        raise SettingsError(f"{KEYS_FILE} is er nog niet. Draai eerst: vangnet migrate.")
    database: Database = (
        SqliteDatabase(folder / KEYS_FILE)
        if found is None
        else PostgresDatabase(found.keys, service)
    )
    try:
        term = timedelta(settings.epoch_days)
        return open_keys(database, folder, random_bytes, clock, term)
    except BaseException:
        database.close()
        raise


def events_database(settings: Settings, service: str) -> Database:
    """The database of a service's events, opened anew: to migrate what stands beside them.

    Whoever has no keys, such as the signer, needs no address of theirs.
    """
    if settings.database is None:
        return SqliteDatabase(settings.folder_of(service) / EVENTS_FILE)
    return PostgresDatabase(settings.database, service)


def access_database(settings: Settings, service: str, events: Database) -> Database:
    """Where the access log is: beside the events, but in SQLite in a file of its own.

    A file there has one writer, and a look need not wait for whoever records an act.
    """
    if settings.database is None:
        return SqliteDatabase(settings.folder_of(service) / ACCESS_FILE)
    return events


def origin_of(service: str) -> str:
    """What the leaves of a service's log name it: for ever."""
    return f"vangnet-{service}"
