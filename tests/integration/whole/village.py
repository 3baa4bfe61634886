"""A town that tests drive: three services on SQLite, a simulated clock, tokens per role."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from werkzeug.test import Client, TestResponse

from shared.access.development import DevelopmentIssuer
from shared.access.role import Role
from shared.access.tables.log import SqlAccessLog
from shared.record.sqlite import driver  # noqa: F401  # before anything imports sqlite3
from shared.record.sqlite.database import SqliteDatabase
from shared.service.databases import ACCESS_FILE
from shared.service.settings import Settings
from shared.service.world import World
from shared.telemetry.telemetry import Telemetry
from shared.web.logs import json_log
from vangnet.town import Town
from vangnet.world import SimulatedClock, make_world

START = datetime(2026, 3, 20, 12, tzinfo=UTC)


class Village:
    """A town on ``folder``. Nothing moves between services until :meth:`settle`.

    ``load`` may fill the folder first; what it gives back is ``loaded``. ``on``: other stores
    than files in the folder.
    """

    def __init__(
        self,
        folder: Path,
        load: Callable[[Settings], Any] = lambda settings: None,
        telemetry: Telemetry | None = None,
        on: Settings | None = None,
    ) -> None:
        self.clock = SimulatedClock(START)
        self.settings = on or Settings(folder=folder, simulated=True)
        self.loaded = load(self.settings)
        self.issuer = DevelopmentIssuer(
            folder,
            self.settings.issuer,
            self.settings.audience,
            self.clock,
            uuid4,
            production=False,
        )
        log = json_log(io.BytesIO(), "test", self.clock)
        world = make_world(self.settings, self.issuer.keys, log, self.clock, telemetry)
        Town.migrate(self.settings, world)
        self._world = world
        self.open()

    def open(self) -> None:
        """The town as a process that begins has it."""
        self.town = self.made(self._world)
        self.client = Client(self.town.wsgi)
        self._tokens: dict[tuple[Role, UUID | None], str] = {}

    def made(self, world: World) -> Town:
        """A town on the stores that were migrated."""
        return Town(self.settings, world)

    def restart(self) -> None:
        """As a process that ends and begins again."""
        self.town.close()
        self.open()

    def __enter__(self) -> Village:
        return self

    def __exit__(self, *error: object) -> None:
        self.town.close()

    def settle(self) -> None:
        """Lets followers and timers do all they have to do."""
        self.town.step_all()

    def token(self, role: Role, person: UUID | None = None) -> str:
        """A token that outlives the test."""
        held = self._tokens.get((role, person))
        if held is None:
            held = self.issuer.issue(role, f"{role.wire}", person, timedelta(days=3650))
            self._tokens[role, person] = held
        return held

    def ask(
        self,
        method: str,
        path: str,
        role: Role = Role.WORKER,
        person: UUID | None = None,
        body: Any = None,
        **headers: str,
    ) -> TestResponse:
        """One request, as somebody."""
        sent = {"Authorization": f"Bearer {self.token(role, person)}", **headers}
        if body is None:
            return self.client.open(path, method=method, headers=sent)
        return self.client.open(path, method=method, headers=sent, json=body)

    def access_log(self, service: str) -> SqlAccessLog:
        """The access log of a service, to read: nobody's reason is opened."""
        path = self.settings.folder_of(service) / ACCESS_FILE
        return SqlAccessLog(SqliteDatabase(path), lambda plan_id, reason: b"")
