"""Who calls, and what is known of the call, once per request."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Request

from shared.access.log import MAX_REASON
from shared.eventbase.doing import Actor
from shared.telemetry.traceparent import current_ids
from shared.web.problem import InvalidParam, invalid
from shared.web.spec import WebSpec

REASON_HEADER = "X-Audit-Toelichting"
_NOBODY = Actor("", "")


@dataclass
class Caller:
    """One request: its trace, when it began on the stopwatch, whose token and reason it has."""

    trace_id: str
    started: float
    actor: Actor = _NOBODY
    reason: str | None = None


def begin(spec: WebSpec) -> Caller:
    """A caller of whom only the trace is known: theirs (W3C traceparent) or a new one."""
    traced = current_ids()
    return Caller(traced[0] if traced else spec.new_id().hex, spec.stopwatch())


def said_reason(request: Request) -> str | None:
    """The header in which somebody says why they look, as it came in."""
    found: str | None = request.environ.get("HTTP_X_AUDIT_TOELICHTING")
    return found


def reason(request: Request) -> str | None:
    """Why somebody looks, from the header; 400 when it is too long to be kept."""
    value = said_reason(request)
    if not value:
        return None
    # WSGI hands over header bytes as Latin-1.
    text: str = value.encode("latin-1", "replace").decode("utf-8", "replace")
    if len(text) > MAX_REASON:
        problem = f"Gebruik hoogstens {MAX_REASON} tekens."
        raise invalid([InvalidParam(REASON_HEADER, "invalid", problem)])
    return text
