"""Everything one service's web app is made of, on one page."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from shared.access.log import AccessLog
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Actor
from shared.telemetry.telemetry import Telemetry
from shared.web.act_answer import ActAnswer
from shared.web.logs import Log
from shared.web.ports import KeptAnswer, Perform
from shared.web.view import Reached, View
from shared.web.wire import ActSchema, WireSchema


@dataclass(frozen=True, kw_only=True)
class Contact:
    """NL ADR /core/doc-openapi-contact: who to ask about this API."""

    name: str
    email: str
    url: str


@dataclass(frozen=True, kw_only=True)
class WebSpec:
    """One service on the web. ``secret`` keys the HMACs of idempotency keys.

    ``last_recorded`` is the moment of the newest committed event: K is never later than that.
    ``followed`` says how far the services that are followed were with a plan at K.
    """

    title: str
    service: str
    base_path: str
    version: str
    contact: Contact
    catalogue: Catalogue
    act_schemas: Sequence[type[ActSchema]]
    views: Sequence[View]
    perform: Perform
    kept_answer: KeptAnswer
    verifier: Callable[[str], Actor]
    access_log: AccessLog
    clock: Callable[[], datetime]
    new_id: Callable[[], UUID]
    ready: Callable[[], Mapping[str, bool]]
    last_recorded: Callable[[], datetime]
    simulated: Callable[[], bool]
    secret: bytes
    log: Log
    followed: Callable[[UUID, datetime], tuple[Reached, ...]] = lambda plan_id, known: ()
    act_answer: type[WireSchema] = ActAnswer
    description: str = ""
    stopwatch: Callable[[], float] = time.perf_counter
    telemetry: Telemetry = field(default_factory=Telemetry)
