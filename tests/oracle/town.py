"""A town for the oracle: real services on SQLite, a clock that is set, ids from a seed."""

from __future__ import annotations

import dataclasses
import io
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from werkzeug.test import Client, TestResponse

from shared.access.development import DevelopmentIssuer
from shared.access.role import Role
from shared.record.sqlite import driver  # noqa: F401  # before anything imports sqlite3
from shared.service.settings import Settings
from shared.web.logs import json_log
from tests.oracle.routes import Routes
from vangnet.town import Town
from vangnet.world import SimulatedClock, make_world

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_LIFETIME = timedelta(days=36500)


class Audience(NamedTuple):
    """Who asks: a role, and for a party which person they are."""

    role: Role
    person: str | None = None


WORKER = Audience(Role.WORKER)


class OracleTown:
    """Three services on the stores in ``folder``, at ``now``; ``seed`` decides their ids."""

    def __init__(self, folder: Path, now: datetime = START, seed: int = 0) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.clock = SimulatedClock(now)
        settings = Settings(folder=folder, simulated=True)
        chance = random.Random(seed)

        def new_id() -> UUID:
            return UUID(int=chance.getrandbits(128), version=4)

        self._issuer = DevelopmentIssuer(
            folder, settings.issuer, settings.audience, lambda: _LONG_AGO, new_id, production=False
        )
        log = json_log(io.BytesIO(), "test", self.clock)
        world = make_world(settings, self._issuer.keys, log, self.clock)
        world = dataclasses.replace(world, new_id=new_id)
        Town.migrate(settings, world)
        self.town = Town(settings, world)
        self.bases = {service.name: service.base_path for service in self.town.services}
        self.routes = Routes(self.town.services)
        self._client = Client(self.town.wsgi)
        self._tokens: dict[Audience, str] = {}

    def settle(self) -> None:
        """Lets followers and timers do all they have to do."""
        self.town.step_all()

    def ask(
        self,
        method: str,
        service: str,
        path: str,
        who: Audience = WORKER,
        body: Any = None,
        query: dict[str, str] | None = None,
        **headers: str,
    ) -> TestResponse:
        """One request to a service, as somebody."""
        sent = {"Authorization": f"Bearer {self._token(who)}", **headers}
        url = self.bases[service] + path
        if body is None:
            return self._client.open(url, method=method, headers=sent, query_string=query or {})
        return self._client.open(url, method=method, headers=sent, json=body)

    def _token(self, who: Audience) -> str:
        if who not in self._tokens:
            person = None if who.person is None else UUID(who.person)
            subject = who.role.wire if who.person is None else f"burger-{who.person}"
            self._tokens[who] = self._issuer.issue(who.role, subject, person, _LIFETIME)
        return self._tokens[who]


@contextmanager
def opened(folder: Path, now: datetime = START, seed: int = 0) -> Iterator[OracleTown]:
    """A town that is closed afterwards."""
    made = OracleTown(folder, now, seed)
    try:
        yield made
    finally:
        made.town.close()
