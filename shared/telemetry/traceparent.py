"""The W3C trace context: how a trace goes from one process to the next, in one header."""

from __future__ import annotations

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.trace import SpanContext
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

HEADER = "traceparent"
_propagator = TraceContextTextMapPropagator()


def context_of(traceparent: str | None) -> Context | None:
    """The context that a header names; None when there is no valid one."""
    if traceparent is None:
        return None
    context = _propagator.extract({HEADER: traceparent}, Context())
    return context if _span_of(context).is_valid else None


def current() -> str | None:
    """The header for what is being done in this thread; None outside any trace."""
    return outgoing().get(HEADER)


def outgoing() -> dict[str, str]:
    """What to send along with a request to another service; empty outside any trace."""
    carrier: dict[str, str] = {}
    _propagator.inject(carrier)
    return {HEADER: carrier[HEADER]} if HEADER in carrier else {}


def current_ids() -> tuple[str, str] | None:
    """Trace id and span id of this thread's work, in hexadecimal; None outside any trace."""
    span = _span_of(None)
    if not span.is_valid:
        return None
    return trace.format_trace_id(span.trace_id), trace.format_span_id(span.span_id)


def _span_of(context: Context | None) -> SpanContext:
    return trace.get_current_span(context).get_span_context()
