"""The town on a folder, as the writer opens it and as the test opens it afterwards."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from shared.access.role import Role
from shared.record.sqlite import driver  # noqa: F401  # before anything imports sqlite3
from shared.service.settings import Settings
from shared.service.world import World
from vangnet.identity import DevelopmentIdentity
from vangnet.town import Town
from vangnet.world import file_log, make_world, real_clock

SUBJECT = "werker"


class Opened:
    """A town in the real world, not running yet, and a worker's token for it."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(folder=folder)
        identity = DevelopmentIdentity(self.settings, real_clock)
        self.world: World = make_world(self.settings, identity.keys, file_log(folder))
        self.town = Town(self.settings, self.world, identity.service_token)
        self.token = identity.token(Role.WORKER, SUBJECT, None, timedelta(hours=1))


def migrated(folder: Path) -> Path:
    """The folder with empty stores in it."""
    settings = Settings(folder=folder)
    identity = DevelopmentIdentity(settings, real_clock)
    Town.migrate(settings, make_world(settings, identity.keys, file_log(folder)))
    return folder
