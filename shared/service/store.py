"""A service's stores: the record, the access log, and what it followed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from uuid import UUID

from shared.access.tables import log as access_log
from shared.access.tables.log import SqlAccessLog
from shared.erasing import orders
from shared.erasing.eraser import Eraser, Telling
from shared.erasing.orders import SqlOrders
from shared.eventbase.event import Event
from shared.feed.kafka import places
from shared.feed.ports import NoProjection, Projection
from shared.feed.tables import inbox as feed
from shared.feed.tables.inbox import SqlInbox
from shared.feed.verdict import Checks
from shared.proof.tables import checkpoints
from shared.record.acting import Acting
from shared.record.database import Database
from shared.record.errors import KeyStoreError, SettingsError
from shared.record.migrate import migrate, pending
from shared.record.opening import RandomBytes
from shared.service.databases import (
    access_database,
    events_database,
    migrate_record_of,
    open_record_of,
    origin_of,
)
from shared.service.proving import Proving, log_name, service_key
from shared.service.sealing import PlanSealing
from shared.service.settings import Settings
from shared.service.world import World
from shared.telemetry import tracetable
from shared.telemetry.tracetable import Traces, TraceTable

Migrations = tuple[str, Path]
_FEED: Migrations = (feed.COMPONENT, feed.MIGRATIONS)
_TRACE: Migrations = (tracetable.COMPONENT, tracetable.MIGRATIONS)
_RELAY: Migrations = (places.COMPONENT, places.MIGRATIONS)
_PROOF: Migrations = (checkpoints.COMPONENT, checkpoints.MIGRATIONS)
_ERASING: Migrations = (orders.COMPONENT, orders.MIGRATIONS)
_ACCESS: Migrations = (access_log.COMPONENT, access_log.MIGRATIONS)


def migrate_store(
    settings: Settings, service: str, random_bytes: RandomBytes, own: Sequence[Migrations] = ()
) -> None:
    """Makes a service's stores or brings them up to this version; ``own`` are its own tables.

    Raises SettingsError, and KeyStoreError when there are keys but no epoch key file.
    """
    migrate_record_of(settings, service, random_bytes)
    # Made now: whoever keeps copies of the folder has all of it from the first day.
    service_key(settings.folder_of(service), origin_of(service), random_bytes)
    with (
        closing(events_database(settings, service)) as database,
        closing(access_database(settings, service, database)) as access,
    ):
        # First: the proof gives its signer the right to read who looked.
        migrate(access, *_ACCESS)
        for component, migrations in (_FEED, _TRACE, _RELAY, _PROOF, _ERASING, *own):
            migrate(database, component, migrations)


class Store:
    """The open stores of one service; ``own`` are its own tables beside its events.

    Raises SettingsError when any of them is not of this version.
    """

    def __init__(
        self,
        service: str,
        events: Mapping[str, type[Event]],
        settings: Settings,
        world: World,
        own: Sequence[Migrations] = (),
    ) -> None:
        self.record = open_record_of(settings, service, events, world)
        self.database = self.record.database
        self.sealing = PlanSealing(self.record.sealer)
        table = TraceTable(world.clock)
        self.record.around = world.telemetry.appends(service, table)
        self.traces = Traces(self.database, table, world.telemetry.tracing.on)
        self._clock = world.clock
        self._access = access_database(settings, service, self.database)
        self.access_log = SqlAccessLog(self._access, self.sealing.seal_reason)
        log = log_name(self.record.origin, settings.oin)
        key = service_key(settings.folder_of(service), log, world.random_bytes)
        self.proving = Proving(self.record, self.access_log, log, key)
        self._tables = (_FEED, _TRACE, _RELAY, _PROOF, _ERASING, *own)
        try:
            _check(self.database, self._tables)
            _check(self._access, (_ACCESS,))
        except BaseException:
            self.close()
            raise

    def inbox(self, checks: Checks, projection: Projection | None = None) -> SqlInbox:
        """What the service followed, beside its events; ``projection`` is written along with it."""
        return SqlInbox(
            self.database, self.sealing, checks, self._clock, projection or NoProjection()
        )

    def reaches_keys(self) -> bool:
        """Whether the key store answers. Raises what the database raises when it does not."""
        with suppress(KeyStoreError):
            # Nobody's: that it says so is all that is asked.
            self.record.keys.find(b"")
        return True

    def eraser(
        self,
        acting: Acting,
        telling: Telling,
        forget: Callable[[UUID], None] = lambda plan_id: None,
    ) -> Eraser:
        """What carries out the orders to erase; ``forget`` drops what was followed of a plan."""
        orders = SqlOrders(self.database)
        return Eraser(orders, acting, telling, self.proving.receipts.of, forget)

    def is_current(self) -> bool:
        """Whether no table is of an older version, as after an older backup was put back."""
        try:
            return not any(pending(self.database, *each) for each in self._tables)
        except SettingsError:
            # A newer version migrated it and is being rolled out: until it is, this one goes on.
            return True

    def close(self) -> None:
        """Closes every connection. May be called more than once."""
        self._access.close()
        self.record.close()


def _check(database: Database, wanted: Sequence[Migrations]) -> None:
    for component, migrations in wanted:
        if pending(database, component, migrations):
            raise SettingsError(
                f"{database.name} is van een oudere versie. Draai eerst: vangnet migrate."
            )
