"""A town in which nothing is left to chance: the same things done give the same bytes."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

from werkzeug.test import Client

from shared.access.role import Role
from shared.access.token import NotAuthenticated
from shared.eventbase.doing import Actor
from shared.feed.digest import Digest
from shared.service.settings import Settings
from shared.service.world import World
from shared.telemetry.telemetry import Telemetry
from shared.web.logs import json_log
from vangnet.town import Town
from vangnet.world import SimulatedClock

START = datetime(2025, 3, 10, 9, tzinfo=UTC)
PLANS, EVALUATIONS = "/plannen/api/v1", "/evaluaties/api/v1"
NOTIFICATIONS = "/notificaties/api/v1"
STEP = timedelta(minutes=5)
Answer = tuple[int, list[tuple[str, str]], bytes]


class Seeded:
    """A town with a worker in it. ``answers`` are all that it gave, in order, and

    ``log`` is what it wrote for its operator.
    """

    def __init__(self, settings: Settings, migrate: bool = True) -> None:
        self._settings = settings
        self._ids = random.Random(5)
        self.clock = SimulatedClock(START)
        self.telemetry = Telemetry()
        self.answers: list[Answer] = []
        self.log = BytesIO()
        chance = random.Random(6)
        self._world = World(
            clock=self.clock,
            new_id=lambda: UUID(int=self._ids.getrandbits(128), version=4),
            random_bytes=chance.randbytes,
            chance=chance.random,
            log=json_log(self.log, "test", self.clock),
            verifier=_actor,
            secret=b"s" * 32,
            telemetry=self.telemetry,
        )
        if migrate:
            Town.migrate(settings, self._world)
        self.town = self.open()

    def open(self) -> Town:
        """The town on its databases, as a process that begins has it."""
        return Town(self._settings, self._world, lambda: Role.SERVICE.wire)

    def restart(self) -> None:
        """As a process that ends and begins again."""
        self.town.close()
        self.town = self.open()

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """One request by a worker; gives the body, and keeps the whole answer."""
        self.clock.set(self.clock() + STEP)
        sent = {"Authorization": f"Bearer {Role.WORKER.wire}", **headers}
        answer = Client(self.town.wsgi).open(path, method=method, json=body, headers=sent)
        self.answers.append((answer.status_code, sorted(answer.headers), answer.data))
        return answer.json

    def digests(self) -> dict[str, Digest]:
        """What each service followed, by name."""
        return {s.name: s.inbox.digest() for s in self.town.services if s.inbox is not None}


def _actor(token: str) -> Actor:
    roles = {role.wire: role for role in Role}
    if token not in roles:
        raise NotAuthenticated
    return Actor(token, roles[token].value)
