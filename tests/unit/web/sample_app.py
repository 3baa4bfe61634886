"""A sample service in process: fakes for every port, and a client with a token."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import orjson
from flask.testing import FlaskClient

from shared.access.log import AccessEntry, KeptEntry
from shared.access.token import NotAuthenticated
from shared.eventbase.doing import Actor
from shared.web.app import create_web
from shared.web.cloud_event import PublicEvent, Publisher
from shared.web.cursor import Cursors
from shared.web.feed import feed_view
from shared.web.logs import json_log
from shared.web.ports import Kept, Performing, PerformResult
from shared.web.refusals import NotFound
from shared.web.spec import Contact, WebSpec
from shared.web.view import Raw, Reading, View
from tests.unit.web.sample_domain import SAMPLE
from tests.unit.web.sample_wire import BeginSchema, ChangeSchema, MakeSchema, PageQuery, PlanSchema

BASE = "/plannen/api/v1"
PLAN = UUID("5b0d3f0e-7a55-4f6e-9f0d-2f8a4b1c9d10")
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LAST = NOW - timedelta(minutes=1)
PUBLISHER = Publisher("urn:nld:oin:00000001823288444000:systeem:vangnet-plannen", "https://x.test")
PROFESSIONALS = ("worker", "colleague", "supervisor", "inspector")


@dataclass
class Bench:
    """What the sample's fakes saw and how they are told to behave."""

    performed: list[Performing] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    entries: list[AccessEntry] = field(default_factory=list)
    kept: dict[bytes, Kept] = field(default_factory=dict)
    events: list[PublicEvent] = field(default_factory=list)
    log: io.BytesIO = field(default_factory=io.BytesIO)
    parts: dict[str, bool] = field(default_factory=lambda: {"opslag": True})
    log_error: Exception | None = None
    raises: Exception | None = None
    now: datetime = NOW
    last: datetime = LAST
    simulated: bool = False
    title: str = "Plan van juni"

    def perform(self, performing: Performing) -> PerformResult:
        """Keeps what it is asked, and the answer under its idempotency key."""
        if self.raises:
            raise self.raises
        self.performed.append(performing)
        body = orjson.dumps({"planId": performing.plan_id or PLAN, "nr": len(self.performed)})
        result = PerformResult(body, f"/veiligheidsplannen/{PLAN}")
        if performing.idempotency:
            key = performing.idempotency
            self.kept[key.scope] = Kept(key.fingerprint, result)
        return result

    def write(self, entry: AccessEntry) -> None:
        """The access log port."""
        if self.log_error:
            raise self.log_error
        self.entries.append(entry)

    def after(self, seq: int, limit: int) -> list[KeptEntry]:
        """The access log port; the web never reads it."""
        raise AssertionError

    def read(self, reading: Reading) -> object:
        """One plan that everybody sees, and no other."""
        if self.raises:
            raise self.raises
        self.readings.append(reading)
        if reading.plan_id != PLAN:
            raise NotFound
        item = {"item": PLAN, "text": "Ik bel elke dag", "made_at": NOW, "position": 1}
        return {"plan_id": PLAN, "title": self.title, "items": [item]}

    def events_after(self, seq: int, limit: int) -> list[PublicEvent]:
        """The feed's port."""
        return [event for event in self.events if event.seq > seq][:limit]


def verifier(token: str) -> Actor:
    """A token is the role, and for a person a dash and its id."""
    role, _, person = token.partition(":")
    if role not in (*PROFESSIONALS, "system", "person"):
        raise NotAuthenticated
    return Actor(f"sub-{role}", role, UUID(person) if person else None)


def page(reading: Reading) -> Raw:
    """A page of our own making."""
    policy = {"Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'"}
    return Raw(b"<!doctype html><title>Plan</title>", "text/html; charset=utf-8", policy)


def views(bench: Bench) -> list[View]:
    """The sample's views."""
    everyone = (*PROFESSIONALS, "person")
    plan: dict[str, Any] = {"answer": PlanSchema, "read": bench.read, "paragraphs": ("W0.11",)}
    root = "/veiligheidsplannen/{planId}"
    return [
        View(path=root, name="plan", summary="Het plan", roles=everyone, query=PageQuery, **plan),
        View(path=root + "/versies/{versie:int}", name="versie", summary="Een versie",
             roles=PROFESSIONALS, **plan),
        View(path=root + "/pagina", name="pagina", summary="Het plan als pagina", roles=everyone,
             answer=PlanSchema, read=page, media_type="text/html; charset=utf-8"),
        feed_view(bench.events_after, PUBLISHER, Cursors(b"k" * 32), BASE),
    ]  # fmt: skip


def spec(bench: Bench) -> WebSpec:
    """The sample's spec."""
    return WebSpec(
        title="Voorbeeldplannen",
        service="plannen",
        base_path=BASE,
        version="1.2.3",
        contact=Contact(name="Team", email="team@vangnet.example", url="https://vangnet.example"),
        catalogue=SAMPLE,
        act_schemas=[BeginSchema, MakeSchema, ChangeSchema],
        views=views(bench),
        perform=bench.perform,
        kept_answer=bench.kept.get,
        verifier=verifier,
        access_log=bench,
        clock=lambda: bench.now,
        new_id=uuid4,
        ready=lambda: bench.parts,
        last_recorded=lambda: bench.last,
        simulated=lambda: bench.simulated,
        secret=b"s" * 32,
        log=json_log(bench.log, "plannen", lambda: bench.now),
    )


def client(bench: Bench, role: str | None = "worker", **changes: Any) -> FlaskClient:
    """A client whose requests carry a token for ``role``."""
    made = create_web(replace(spec(bench), **changes)).test_client()
    if role is not None:
        made.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {role}"
    return made
