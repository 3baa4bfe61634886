"""A service's stores in its folder: the record, the access log, and what it followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from shared.access.sqlite import log as access_log
from shared.access.sqlite.log import SqliteAccessLog
from shared.eventbase.event import Event
from shared.feed.sqlite import inbox as feed
from shared.record.errors import SettingsError
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.migrate import migrate, pending
from shared.record.sqlite.open_record import (
    EVENTS_FILE,
    RandomBytes,
    SqliteRecord,
    migrate_record,
    open_record,
)
from shared.service.sealing import PlanSealing
from shared.service.settings import Settings
from shared.service.world import World

ACCESS_FILE = "access.db"
Migrations = tuple[str, Path]
_FEED: Migrations = ("feed", feed.MIGRATIONS)
_ACCESS: Migrations = (access_log.COMPONENT, access_log.MIGRATIONS)


def migrate_store(folder: Path, random_bytes: RandomBytes, own: Sequence[Migrations] = ()) -> None:
    """Makes a service's stores or brings them up to this version; ``own`` are its own tables."""
    migrate_record(folder, random_bytes)
    with closing(SqliteDatabase(folder / EVENTS_FILE)) as database:
        for component, migrations in (_FEED, *own):
            migrate(database, component, migrations)
    with closing(SqliteDatabase(folder / ACCESS_FILE)) as database:
        migrate(database, *_ACCESS)


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
        folder = settings.folder_of(service)
        self.record: SqliteRecord = open_record(
            folder,
            f"vangnet-{service}",
            events,
            world.clock,
            world.random_bytes,
            simulated=settings.simulated,
            production=settings.production,
            sealer=world.sealer,
        )
        self.sealing = PlanSealing(self.record.sealer)
        self._access = SqliteDatabase(folder / ACCESS_FILE)
        _check(self.record.database, (_FEED, *own))
        _check(self._access, (_ACCESS,))
        self.access_log = SqliteAccessLog(self._access, self.sealing.seal_reason)

    def close(self) -> None:
        """Closes every file."""
        self.record.close()
        self._access.close()


def _check(database: SqliteDatabase, wanted: Sequence[Migrations]) -> None:
    for component, migrations in wanted:
        if pending(database, component, migrations):
            raise SettingsError(
                f"{database.path.name} is van een oudere versie. Draai eerst: vangnet migrate."
            )
