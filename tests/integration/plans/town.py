"""The plans service through its web app, on a store in a folder, with a clock that is set."""

from __future__ import annotations

import io
import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from werkzeug.test import TestResponse

from services.plans.app import BASE_PATH, create_app
from shared.access.development import DevelopmentIssuer
from shared.access.role import Role
from shared.access.token import Verifier
from shared.service.settings import Settings
from shared.service.store import migrate_store
from shared.service.world import World
from shared.web.logs import json_log

START = datetime(2025, 3, 10, 9, tzinfo=UTC)
_LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_LIFETIME = timedelta(days=36500)


def make_issuer(folder: Path) -> DevelopmentIssuer:
    """Whoever signs tokens in these tests: they hold at every simulated moment."""
    ids = random.Random(1)
    return DevelopmentIssuer(
        folder,
        "https://vangnet.example/ontwikkeling",
        "vangnet",
        lambda: _LONG_AGO,
        lambda: UUID(int=ids.getrandbits(128), version=4),
        production=False,
    )


class Town:
    """The service, its clock, and where its ids come from: both are set by the test.

    ``label`` seeds the ids of what is done next, so that one act gets the same ids in two
    worlds in which different things were done before it.
    """

    def __init__(self, folder: Path, issuer: DevelopmentIssuer, now: datetime = START) -> None:
        self.now = now
        self._issuer = issuer
        self._tokens: dict[tuple[Role, UUID | None], str] = {}
        settings = Settings(folder=folder, simulated=True)
        chance = random.Random(2)
        self.label("begin")
        migrate_store(settings, "plans", chance.randbytes)
        world = World(
            clock=lambda: self.now,
            new_id=self._new_id,
            random_bytes=chance.randbytes,
            chance=chance.random,
            log=json_log(io.BytesIO(), "test", lambda: self.now),
            verifier=Verifier(issuer.keys, settings.issuer, settings.audience, lambda: self.now),
            secret=b"x" * 32,
        )
        self.service = create_app(settings, world)
        self.client = self.service.app.test_client()

    def close(self) -> None:
        """Closes the store."""
        self.service.close()

    def label(self, label: str) -> None:
        """Ids come from this seed from now on."""
        self._ids = random.Random(label)

    def _new_id(self) -> UUID:
        return UUID(int=self._ids.getrandbits(128), version=4)

    def at(self, moment: datetime | str) -> None:
        """Sets the clock; it must not go back."""
        when = moment if isinstance(moment, datetime) else _moment(moment)
        assert when >= self.now
        self.now = when

    def get(
        self, path: str, role: Role = Role.WORKER, person: str | None = None, **query: str
    ) -> TestResponse:
        """The answer to a question."""
        where, _, asked = path.partition("?")
        said = dict(parse_qsl(asked)) | query
        return self.client.get(
            BASE_PATH + where, headers=self._headers(role, person), query_string=said
        )

    def json(self, path: str, person: str | None = None, **query: str) -> Any:
        """What a worker, or a person, reads; it must be there."""
        role = Role.WORKER if person is None else Role.PERSON
        answer = self.get(path, role, person, **query)
        assert answer.status_code == 200, answer.text
        return answer.json

    def post(
        self,
        path: str,
        body: Mapping[str, Any],
        role: Role = Role.WORKER,
        person: str | None = None,
        **headers: str,
    ) -> TestResponse:
        """Performs an act; the clock moves on by a second before it."""
        self.now += timedelta(seconds=1)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.post(
            BASE_PATH + path, json=body, headers=self._headers(role, person) | sent
        )

    def do(self, path: str, body: Mapping[str, Any], **headers: str) -> Any:
        """Performs an act that must be accepted."""
        answer = self.post(path, body, **headers)
        assert answer.status_code == 201, answer.text
        return answer.json

    def _headers(self, role: Role, person: str | None) -> dict[str, str]:
        who = None if person is None else UUID(person)
        if (role, who) not in self._tokens:
            subject = f"{role.wire}-{person or 'fatma'}"
            self._tokens[role, who] = self._issuer.issue(role, subject, who, _LIFETIME)
        return {"Authorization": f"Bearer {self._tokens[role, who]}"}


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
