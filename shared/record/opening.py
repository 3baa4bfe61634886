"""A record out of its parts, whatever database they are in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from eventsourcing.domain import EventSourcingError

from shared.eventbase.event import Event
from shared.record.database import Database
from shared.record.epochs import TERM
from shared.record.erasures import ERASURES_FILE, ErasureList
from shared.record.errors import KeyStoreError, RecordError, SettingsError
from shared.record.facts import settle
from shared.record.filewrapper import FileWrapper
from shared.record.keystore import SqlKeyStore
from shared.record.mapper import SealedMapper
from shared.record.migrate import migrate, pending
from shared.record.record import Parts, Record
from shared.record.seal import MakeSealer, Sealer
from shared.record.sqlrecorder import SqlRecorder

EPOCHS_FILE = "epoch.key"
_HERE = Path(__file__).parent
RECORD_MIGRATIONS = "record", _HERE / "migrations"
KEY_MIGRATIONS = "keys", _HERE / "key_migrations"

RandomBytes = Callable[[int], bytes]


class Stores(msgspec.Struct, frozen=True):
    """Where a record is: a database with its events, another with its keys, and the folder with

    the epoch keys, which all processes of the service share.
    """

    events: Database
    keys: Database
    folder: Path

    def close(self) -> None:
        """Closes both databases."""
        self.keys.close()
        self.events.close()

    def each(self) -> Iterable[tuple[Database, str, Path]]:
        """Each database with its migrations."""
        return (self.events, *RECORD_MIGRATIONS), (self.keys, *KEY_MIGRATIONS)


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """How a record is opened. ``origin`` names the log for ever; ``random_bytes`` is cryptographic;

    without a ``clock`` the database says when something was recorded, to all processes alike.
    ``epoch``: the age at which an epoch key must be gone.
    """

    origin: str
    events: Mapping[str, type[Event]]
    random_bytes: RandomBytes
    clock: Callable[[], datetime] | None = None
    simulated: bool = False
    production: bool = False
    environ: Mapping[str, str] = os.environ
    sealer: MakeSealer = Sealer
    epoch: timedelta = TERM


def migrate_stores(stores: Stores, random_bytes: RandomBytes) -> None:
    """Makes a record's tables and its first epoch key, or brings them up to this version.

    Raises SettingsError, and KeyStoreError when there are keys but no epoch key file.
    """
    for database, component, migrations in stores.each():
        migrate(database, component, migrations)
    epochs = stores.folder / EPOCHS_FILE
    # Alone: of two that begin at once, one makes the epoch key.
    with stores.keys.transaction(commit=True, alone="data_key") as cursor:
        cursor.execute("SELECT count(*) FROM data_key")
        keys = cursor.fetchone()[0]
        if not epochs.exists():
            if keys:
                raise KeyStoreError(
                    f"{EPOCHS_FILE} ontbreekt. Zet het terug uit het herstelbestand: zonder is "
                    "niets te lezen."
                )
            FileWrapper.create(epochs, random_bytes)


def open_keys(
    database: Database,
    folder: Path,
    random_bytes: RandomBytes,
    clock: Callable[[], datetime] | None,
    term: timedelta,
) -> SqlKeyStore:
    """The key store in this database, with its epoch keys and its list of erasures in ``folder``.

    Raises KeyStoreError without its epoch keys.
    """
    wrapper = FileWrapper(folder / EPOCHS_FILE, random_bytes)
    erasures = ErasureList(folder / ERASURES_FILE)
    return SqlKeyStore(database, wrapper, erasures, random_bytes, clock=clock, term=term)


def open_stores(stores: Stores, terms: Terms) -> Record:
    """The record in ``stores``, which it closes when it cannot be opened.

    Raises SettingsError when migrations are pending, when the store belongs to another origin,
    or in production when its clock is or was simulated; KeyStoreError without its keys.
    """
    try:
        return _opened(stores, terms)
    except (RecordError, EventSourcingError):
        with suppress(EventSourcingError):
            stores.close()
        raise


def _opened(stores: Stores, terms: Terms) -> Record:
    for database, component, migrations in stores.each():
        if pending(database, component, migrations):
            raise SettingsError(
                f"{database.name} is van een oudere versie. Draai eerst: vangnet migrate."
            )
    keys = open_keys(stores.keys, stores.folder, terms.random_bytes, terms.clock, terms.epoch)
    marked = settle(stores.events, terms.origin, terms.simulated, terms.production)
    # Only of the right store: what was destroyed stays so, whatever copy was put back.
    keys.agree_with_list()
    sealer = terms.sealer(keys, terms.random_bytes)
    recorder = SqlRecorder(stores.events, terms.origin, terms.clock)
    mapper = SealedMapper(terms.events, sealer)

    def close() -> None:
        keys.close()
        stores.close()

    parts = Parts(stores.events, recorder, mapper, sealer, keys, close)
    return Record(parts, terms.origin, marked, terms.environ)
