"""A view as a service declares it: one question, for one audience, at one pair of moments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

import msgspec

from shared.eventbase.doing import Actor
from shared.eventbase.moment import Moment
from shared.web.wire import QuerySchema, WireSchema

JSON: Final = "application/json"


class Reading(msgspec.Struct, frozen=True):
    """One request to a view: who asks, what the path and query say, and the moments (V, K)."""

    actor: Actor
    plan_id: UUID | None
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    moment: Moment
    asked_for_past: bool


class Raw(msgspec.Struct, frozen=True):
    """An answer that is bytes already. Its headers win over the standard ones."""

    body: bytes
    content_type: str = JSON
    headers: Mapping[str, str] = {}


@dataclass(frozen=True, kw_only=True)
class View:
    """One GET route. ``read`` gives what ``answer`` dumps, a Raw, or raises NotFound.

    In ``path``, ``{…Id}`` is a UUID, ``{versie:int}`` a whole number, any other one text.
    ``time_travel`` adds geldigOp and beschikbaarOp. ``media_type`` is what the answer comes as.
    """

    path: str
    name: str
    summary: str
    roles: tuple[str, ...]
    answer: type[WireSchema]
    read: Callable[[Reading], object]
    paragraphs: tuple[str, ...] = ()
    query: type[QuerySchema] | None = None
    time_travel: bool = True
    media_type: str = JSON
    description: str = field(default="")
