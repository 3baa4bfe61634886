"""Writes the access log for the web: before the answer, or there is no answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import g

from shared.access.log import AccessEntry, Action, Outcome
from shared.eventbase.moment import Moment
from shared.web.caller import Caller
from shared.web.logs import where
from shared.web.problem import unavailable
from shared.web.spec import WebSpec

RETRY_AFTER = 5


@dataclass(frozen=True)
class Door:
    """What a route is to the guard and to the log: its operation, who may pass, what is tried."""

    operation: str
    roles: frozenset[str]
    action: Action


class Audit:
    """Notes every look and every refused try of one service."""

    def __init__(self, spec: WebSpec) -> None:
        self._spec = spec

    def note(
        self, door: Door, status: int, path: dict[str, Any], moment: Moment | None = None
    ) -> None:
        """Writes one entry. Fails closed: when it cannot be written the answer is 503."""
        entry = self._entry(door, status, path, moment)
        try:
            self._spec.access_log.write(entry)
        except Exception as error:
            found = {"error": type(error).__name__, "where": where(error)}
            self._spec.log.error("toegangslog_onbereikbaar", request_id=g.caller.trace_id, **found)
            raise unavailable(RETRY_AFTER) from None

    def _entry(
        self, door: Door, status: int, path: dict[str, Any], moment: Moment | None
    ) -> AccessEntry:
        caller: Caller = g.caller
        plan_id, version = path.get("planId"), path.get("versie")
        return AccessEntry(
            id=self._spec.new_id(),
            at=self._spec.clock(),
            subject=caller.actor.subject,
            role=caller.actor.role,
            person=caller.actor.person,
            action=door.action,
            outcome=Outcome.of(status),
            status=status,
            service=self._spec.service,
            operation=door.operation,
            plan_id=plan_id if isinstance(plan_id, UUID) else None,
            trace_id=caller.trace_id,
            version=version if isinstance(version, int) else None,
            valid=None if moment is None else moment.valid,
            known=None if moment is None else moment.known,
            about=_about(path),
            reason=caller.reason,
        )


def _about(path: dict[str, Any]) -> UUID | None:
    ids = [value for name, value in path.items() if name != "planId" and isinstance(value, UUID)]
    return ids[-1] if ids else None
