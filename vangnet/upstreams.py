"""How far the services were that another one follows: asked with the reader's own token."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from shared.service.caught_up import Heads, Upstream
from shared.service.neighbour import Neighbour
from shared.service.streams_view import STREAMS
from shared.web.fields import in_zulu
from shared.web.problem import Problem
from shared.web.travel import KNOWN_KEY
from vangnet.names import asked_by_reader


def upstream_of(neighbour: Neighbour, base_path: str) -> Upstream:
    """The service that answers at ``base_path``, by the first part of that on the wire."""

    def heads(plan_id: UUID, known: datetime) -> Heads | None:
        path = f"{base_path}/dossiers/{plan_id}/{STREAMS}?{KNOWN_KEY}={in_zulu(known)}"
        try:
            return _heads(asked_by_reader(neighbour, path))
        except Problem:
            return None

    return Upstream(base_path.split("/")[1], heads)


def _heads(body: Mapping[str, Any]) -> Heads:
    versions = {UUID(each["stroom"]): each["versie"] for each in body.get(STREAMS, ())}
    # Without a moment of its own: of a plan that was not there then, it tells none.
    stated = body["tijdreis"][KNOWN_KEY] if versions else None
    return Heads(msgspec.convert(stated, datetime | None), versions)
