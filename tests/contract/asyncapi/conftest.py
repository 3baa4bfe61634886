"""A town in which much happened: what each service shows on its feed and would publish."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from werkzeug.test import Client

from shared.access.role import Role
from shared.feed.kafka.record import Record, internal_record
from shared.feed.message import Message
from shared.service.service import Service
from shared.service.settings import Settings
from shared.web.logs import json_log
from vangnet.identity import DevelopmentIdentity
from vangnet.journey import load_demo
from vangnet.town import Town
from vangnet.world import make_world, real_clock

MOST = 10_000


class Emitted(NamedTuple):
    """What came out of one service: the page of its feed, and what goes to its internal topic."""

    page: dict[str, Any]
    records: list[Record]

    @property
    def public(self) -> list[dict[str, Any]]:
        """The public events."""
        found: list[dict[str, Any]] = self.page["gebeurtenissen"]
        return found

    @property
    def internal(self) -> list[dict[str, Any]]:
        """The messages for the other services."""
        return [json.loads(record.value) for record in self.records]


@pytest.fixture(scope="session")
def busy_town(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Emitted]:
    """Three families whose whole cases were played."""
    settings = Settings(folder=tmp_path_factory.mktemp("busy-town"), simulated=True)
    load_demo(settings)
    identity = DevelopmentIdentity(settings, real_clock)
    world = make_world(settings, identity.keys, json_log(io.BytesIO(), "test", real_clock))
    with Town(settings, world) as town:
        token = identity.token(Role.SYSTEM, None, None, timedelta(hours=1))
        return {each.name: _emitted(each, town, token) for each in town.services}


def _emitted(service: Service, town: Town, token: str) -> Emitted:
    answer = Client(town.wsgi).get(
        f"{service.base_path}/gebeurtenissen?limit=1000",
        headers={"Authorization": f"Bearer {token}"},
    )
    assert answer.status_code == 200, answer.text
    batch = service.source.read(0, MOST)
    assert all(isinstance(delivery, Message) for delivery in batch.deliveries)
    sent = [internal_record(service.name, each) for each in batch.deliveries]
    return Emitted(json.loads(answer.data), sent)
