"""Who calls, and what is known of the call, once per request."""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Request

from shared.access.log import MAX_REASON
from shared.eventbase.doing import Actor
from shared.web.problem import InvalidParam, invalid
from shared.web.spec import WebSpec

REASON_HEADER = "X-Audit-Toelichting"
_TRACE = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
_NOBODY = Actor("", "")


@dataclass
class Caller:
    """One request: its trace, when it began on the stopwatch, whose token and reason it has."""

    trace_id: str
    started: float
    actor: Actor = _NOBODY
    reason: str | None = None


def begin(spec: WebSpec, request: Request) -> Caller:
    """A caller of whom only the trace is known (W3C traceparent, or a new one)."""
    sent = request.environ.get("HTTP_TRACEPARENT")
    found = None if sent is None else _TRACE.fullmatch(sent)
    return Caller(found[1] if found else spec.new_id().hex, spec.stopwatch())


def reason(request: Request) -> str | None:
    """Why somebody looks, from the header; 400 when it is too long to be kept."""
    value = request.environ.get("HTTP_X_AUDIT_TOELICHTING")
    if not value:
        return None
    # WSGI hands over header bytes as Latin-1.
    text: str = value.encode("latin-1", "replace").decode("utf-8", "replace")
    if len(text) > MAX_REASON:
        problem = f"Gebruik hoogstens {MAX_REASON} tekens."
        raise invalid([InvalidParam(REASON_HEADER, "invalid", problem)])
    return text
