"""Plans, evaluations and notifications on stores in a folder, with a mail server that listens."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from werkzeug.test import TestResponse

from services.evaluations import app as evaluations
from services.evaluations.views.looking import AskPlans
from services.notifications import app as notifications
from services.plans import app as plans
from shared.access.role import Role
from shared.access.token import NotAuthenticated
from shared.eventbase.doing import Actor
from shared.service.following import by_reading
from shared.service.neighbour import LocalNeighbour
from shared.service.service import Service
from shared.service.settings import Mail, Settings
from shared.service.store import migrate_store
from shared.service.world import World
from shared.web.logs import json_log
from tests.contract.mail.servers import LOCAL, Taking, serving

START = datetime(2025, 3, 10, 9, 0, tzinfo=UTC)
WORKER = "werker"

# Nothing is read of evaluations here.
NOBODY_ASKS = AskPlans(lambda plan_id, moment: lambda person: None, lambda plan_id, at: ())


class Clock:
    """A clock that is set by hand and moves a little at every look."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def later(self, **pause: float) -> None:
        """Lets time pass."""
        self.now += timedelta(**pause)


class Town:
    """Three services; a token is the role, or a person's id."""

    def __init__(self, folder: Path, mail: Mail, post: Taking) -> None:
        self.clock, self.post_office = Clock(), post
        self.settings = Settings(folder=folder, simulated=True, mail=mail)
        self.log = BytesIO()
        # What plans would say; empty until a test has somebody to name.
        self.names: dict[UUID, str] = {}
        self.world = World(
            clock=self.clock,
            new_id=uuid4,
            random_bytes=os.urandom,
            chance=random.random,
            log=json_log(self.log, "test", self.clock),
            verifier=_actor,
            secret=b"s" * 32,
        )
        for service in ("plans", "evaluations"):
            migrate_store(self.settings, service, os.urandom)
        own = notifications.OWN_MIGRATIONS
        migrate_store(self.settings, "notifications", os.urandom, own)
        self.plans = plans.create_app(self.settings, self.world)
        follow = by_reading([self.plans.source], self.world)
        self.evaluations = evaluations.create_app(self.settings, self.world, follow, NOBODY_ASKS)
        self.notifications = self.open_notifications()

    def open_notifications(self) -> Service:
        """The notifications service, as a process that starts makes it."""
        return notifications.create_app(
            self.settings,
            self.world,
            by_reading([self.plans.source, self.evaluations.source], self.world),
            LocalNeighbour(lambda: self.plans.app),
            lambda: "dienst",
            lambda plan_id, moment: self.names.get,
        )

    def close(self) -> None:
        """Closes the stores."""
        for service in (self.notifications, self.evaluations, self.plans):
            service.close()

    def follow(self) -> None:
        """Everybody takes in all that the others have recorded."""
        for service in (self.evaluations, self.notifications):
            while any(follower.step() for follower in service.followers.values()):
                pass

    def tick(self) -> int:
        """Follows, and does what is due; how many notices were sent."""
        self.follow()
        *_, timer = self.notifications.timers
        return timer(self.clock())

    def post(
        self, service: Service, path: str, body: dict[str, Any], token: str = WORKER
    ) -> TestResponse:
        """An act."""
        client = service.app.test_client()
        headers = {"Authorization": f"Bearer {token}"}
        return client.post(service.base_path + path, json=body, headers=headers)

    def done(
        self, service: Service, path: str, body: dict[str, Any], token: str = WORKER
    ) -> dict[str, Any]:
        """The answer to an act that must be a good one."""
        response = self.post(service, path, body, token)
        assert response.status_code == 201, response.text
        return dict(response.json or {})

    def get(self, path: str, token: str = WORKER, **query: str) -> TestResponse:
        """A question to the notifications service."""
        client = self.notifications.app.test_client()
        headers = {"Authorization": f"Bearer {token}"}
        url = self.notifications.base_path + path
        return client.get(url, headers=headers, query_string=query)

    def read(self, path: str, token: str = WORKER, **query: str) -> dict[str, Any]:
        """The body of an answer that must be a good one."""
        response = self.get(path, token, **query)
        assert response.status_code == 200, response.text
        return dict(response.json or {})


@contextmanager
def open_town(folder: Path) -> Iterator[Town]:
    """A town with a mail server."""
    post = Taking()
    with serving(post) as port:
        town = Town(folder, Mail(host=LOCAL, port=port, sender="post@vangnet.example"), post)
        yield town
        town.close()


def _actor(token: str) -> Actor:
    roles = {role.wire: role for role in Role}
    if token in roles:
        return Actor(token, roles[token].value)
    try:
        return Actor(f"sub-{token}", Role.PERSON.value, UUID(token))
    except ValueError:
        raise NotAuthenticated from None
