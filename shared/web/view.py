"""A view as a service declares it: one question, for one audience, at one pair of moments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec

from shared.eventbase.doing import Actor
from shared.eventbase.moment import Moment
from shared.web.wire import QuerySchema, WireSchema

JSON: Final = "application/json"
HTML: Final = "text/html; charset=utf-8"
NDJSON: Final = "application/x-ndjson"


class Reading(msgspec.Struct, frozen=True):
    """One request to a view: who asks, what the path and query say, and the moments (V, K).

    ``asked_valid`` and ``asked_known``: those that the request itself named. ``newest``: the newest
    K that could be asked for.
    """

    actor: Actor
    plan_id: UUID | None
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    moment: Moment
    asked_for_past: bool
    asked_valid: datetime | None = None
    asked_known: datetime | None = None
    newest: datetime | None = None


class Raw(msgspec.Struct, frozen=True):
    """An answer that is bytes already. Its headers win over the standard ones."""

    body: bytes
    content_type: str = JSON
    headers: Mapping[str, str] = {}


class Reached(msgspec.Struct, frozen=True):
    """Of a service that is followed: how many events of the plan, recorded there by K, are not

    here yet. None while that service does not answer.
    """

    service: str
    missing: int | None


class Lines(msgspec.Struct, frozen=True):
    """An answer of any length: what each line dumps, made while it is sent.

    ``address``: its own, with the moments that it holds for.
    """

    rows: Iterable[object]
    address: str = ""


class Stated(msgspec.Struct, frozen=True):
    """What every answer says of its moments: V, K, whether they were asked for, and the clock.

    ``followed``: how far the services were followed that this one hears from.
    """

    valid: datetime
    known: datetime
    asked: bool
    simulated: bool
    followed: tuple[Reached, ...] = ()


class Cut(msgspec.Struct, frozen=True):
    """What a view gives when it was cut at other moments than those of its reading."""

    content: object
    moment: Moment


class Pinned(msgspec.Struct, frozen=True):
    """What a view gives that depends on more than V and K: asked with ``query`` it stays so."""

    content: object
    query: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class View:
    """One GET route. ``read`` gives what ``answer`` dumps, a Cut or Pinned of it, a Raw, Lines, or

    raises NotFound.

    ``page`` writes what ``read`` gave as HTML, for whoever does not ask for JSON.

    In ``path``, ``{…Id}`` is a UUID, ``{versie:int}`` a whole number, any other one text.
    ``time_travel`` adds geldigOp and beschikbaarOp; with ``known_as_valid`` what is left out of K
    is V and not now. ``media_type`` is what the answer comes as.
    ``beyond_record``: it tells of more than this service's events, such as of looks or of other
    services, so that K is not that of the newest event.
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
    known_as_valid: bool = False
    beyond_record: bool = False
    media_type: str = JSON
    page: Callable[[Any, Stated], Raw] | None = None
    description: str = field(default="")

    @property
    def media_types(self) -> tuple[str, ...]:
        """What the answer can come as, first what it comes as when nothing is asked."""
        return (HTML, JSON) if self.page is not None else (self.media_type,)
