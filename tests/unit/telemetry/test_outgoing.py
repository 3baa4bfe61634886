"""A question to another service goes along in the trace that it is asked in."""

from __future__ import annotations

from typing import Any, cast

from opentelemetry.trace import format_trace_id
from urllib3 import PoolManager

from shared.feed.http import Http
from tests.unit.telemetry.spans import Spans


class Answer:
    """An answer without a body."""

    status = 200

    def stream(self, amount: int, decode_content: bool) -> list[bytes]:
        """Nothing."""
        return []

    def release_conn(self) -> None:
        """Nothing to release."""


class Pool:
    """Connections that keep the headers that were sent."""

    def __init__(self) -> None:
        self.headers: list[dict[str, str]] = []

    def request(self, method: str, url: str, headers: dict[str, str], **how: Any) -> Answer:
        """Takes a request."""
        self.headers.append(headers)
        return Answer()


def test_the_trace_goes_along_and_outside_any_trace_nothing_does() -> None:
    """W3C traceparent; whoever answers is part of the same request."""
    pool, spans = Pool(), Spans()
    http = Http(cast(PoolManager, pool))
    http.get("http://plans.test/x", {"Authorization": "Bearer t"})
    with spans.tracing.tracer.start_as_current_span("asking") as span:
        http.get("http://plans.test/x", {"Authorization": "Bearer t"})
    spans.tracing.close()
    outside, inside = pool.headers
    assert outside == {"Authorization": "Bearer t"}
    assert format_trace_id(span.get_span_context().trace_id) in inside.pop("traceparent")
    assert inside == outside
