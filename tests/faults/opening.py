"""A town, as the writer opens it and as the test opens it afterwards."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from shared.access.role import Role
from shared.record.sqlite import driver  # noqa: F401  # before anything imports sqlite3
from shared.service.settings import Settings
from shared.service.world import World
from vangnet.assembly import migrate_town
from vangnet.identity import DevelopmentIdentity
from vangnet.town import Town
from vangnet.world import file_log, make_world, real_clock

SUBJECT = "werker"


class Opened:
    """A town in the real world, not running yet, and a worker's token for it."""

    def __init__(self, settings: Settings) -> None:
        identity = DevelopmentIdentity(settings, real_clock)
        self.world: World = make_world(settings, identity.keys, file_log(settings.folder))
        self.town = Town(settings, self.world, identity.service_token)
        self.token = worker_token(settings)


def worker_token(settings: Settings) -> str:
    """What the writers show."""
    identity = DevelopmentIdentity(settings, real_clock)
    return identity.token(Role.WORKER, SUBJECT, None, timedelta(hours=12))


def migrated(folder: Path) -> Path:
    """The folder with empty stores in it."""
    settings = Settings(folder=folder)
    migrate_town(settings, os.urandom)
    return folder
