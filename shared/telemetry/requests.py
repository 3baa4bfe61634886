"""Requests to one service: how long each took, and a span of each."""

from __future__ import annotations

from opentelemetry import context as contexts
from opentelemetry import trace
from opentelemetry.trace import SpanKind, Status, StatusCode
from prometheus_client import Histogram

from shared.telemetry.traceparent import context_of
from shared.telemetry.tracing import Tracing

# What anybody may send stands in no label: these methods by name, and the rest together.
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_OTHER = "ander"
NO_ROUTE = "geen"


class RequestTrace:
    """One request that is under way; the current span of its thread until :meth:`leave`."""

    def __init__(self, requests: Requests, method: str, route: str | None, came: str | None):
        self._requests = requests
        self._method = method if method in _METHODS else _OTHER
        self._route = route or NO_ROUTE
        self._span = requests.tracing.tracer.start_span(
            f"{self._method} {self._route}",
            context_of(came),
            SpanKind.SERVER,
            {
                "vangnet.service": requests.service,
                "http.request.method": self._method,
                "http.route": self._route,
            },
        )
        self._token = contexts.attach(trace.set_span_in_context(self._span))

    def answered(self, status: int, seconds: float) -> None:
        """The answer is there: its status, and how long it took."""
        labels = self._requests.service, self._route, self._method, f"{status // 100}xx"
        self._requests.histogram.labels(*labels).observe(seconds)
        self._span.set_attribute("http.response.status_code", status)
        if status >= 500:
            self._span.set_status(Status(StatusCode.ERROR))

    def leave(self) -> None:
        """The request is over; the thread is in no trace any more."""
        contexts.detach(self._token)
        self._span.end()


class Requests:
    """All requests to one service. A route is a rule such as ``/dossiers/<uuid:planId>``."""

    def __init__(self, service: str, tracing: Tracing, histogram: Histogram) -> None:
        self.service = service
        self.tracing = tracing
        self.histogram = histogram

    def without(self, tracing: Tracing) -> Requests:
        """The same, with its spans sent elsewhere, or nowhere."""
        return Requests(self.service, tracing, self.histogram)

    def begin(self, method: str, route: str | None, traceparent: str | None) -> RequestTrace:
        """A request came in; without a valid ``traceparent`` a trace begins, or goes on when this

        thread is in one already: another service in the same process asks.
        """
        return RequestTrace(self, method, route, traceparent)
