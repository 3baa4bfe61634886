"""Whether all that others had recorded of a plan by K had arrived here (ADR 0023)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from shared.record.recent import Recent
from shared.web.view import Reached

_PLANS = 4096


class Heads(msgspec.Struct, frozen=True):
    """How far the streams of a plan were in their own service at ``known``, one of its moments.

    None: it had nothing of the plan to tell.
    """

    known: datetime | None
    versions: Mapping[UUID, int]


class Upstream(msgspec.Struct, frozen=True):
    """A service that is followed: its name on the wire, and a way to ask for its heads at K.

    ``heads`` gives None while there is no answer.
    """

    name: str
    heads: Callable[[UUID, datetime], Heads | None]


NOBODY: Mapping[str, Upstream] = {}


class Followed(Protocol):
    """An inbox, as far as it is asked here."""

    def heads(self, service: str, streams: Set[UUID]) -> Mapping[UUID, int]:
        """The last version taken of each of these streams of a service; 0 of one unknown."""
        ...


class CaughtUp:
    """Holds the heads of ``upstreams``, by the name that they are followed under, against an inbox.

    What was complete once stays so: up to there nobody is asked again.
    """

    def __init__(self, inbox: Followed, upstreams: Mapping[str, Upstream]) -> None:
        self._inbox = inbox
        self._upstreams = upstreams
        self._complete: Recent[tuple[str, UUID], datetime] = Recent(_PLANS)

    def __call__(self, plan_id: UUID, known: datetime) -> tuple[Reached, ...]:
        """How it stands with each service that is followed."""
        return tuple(self._reached(name, plan_id, known) for name in self._upstreams)

    def _reached(self, service: str, plan_id: UUID, known: datetime) -> Reached:
        upstream = self._upstreams[service]
        complete = self._complete.get((service, plan_id))
        if complete is not None and known <= complete:
            return Reached(upstream.name, 0)
        heads = upstream.heads(plan_id, known)
        if heads is None:
            return Reached(upstream.name, None)
        missing = self._missing(service, heads.versions)
        if not missing and heads.known is not None:
            # Its own moment, which nothing can come before any more.
            self._complete.put((service, plan_id), heads.known)
        return Reached(upstream.name, missing)

    def _missing(self, service: str, versions: Mapping[UUID, int]) -> int:
        taken = self._inbox.heads(service, versions.keys())
        return sum(max(0, version - taken[stream]) for stream, version in versions.items())
