"""Where spans go: nowhere, or to a collector over OTLP."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import msgspec
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import NoOpTracer, Tracer

_PATH = "/v1/traces"
# A collector that does not answer must not hold up the end of a process for long.
_SECONDS = 5


class Tracing(msgspec.Struct, frozen=True):
    """A tracer, whether anybody looks at its spans, and how to send the last of them."""

    tracer: Tracer = NoOpTracer()
    on: bool = False
    close: Callable[[], None] = lambda: None


def tracing_to(processor: SpanProcessor, name: str) -> Tracing:
    """Spans of the process ``name`` go to ``processor``; no global provider is set or asked."""
    # Made by hand: Resource.create adds whatever the environment of the process says.
    provider = TracerProvider(resource=Resource({"service.name": name}), shutdown_on_exit=False)
    provider.add_span_processor(processor)
    return Tracing(provider.get_tracer("vangnet"), True, provider.shutdown)


def tracing_by_otlp(endpoint: str, name: str) -> Tracing:
    """Spans go in batches to an OTLP/HTTP collector, such as ``http://collector:4318``."""
    exporter = OTLPSpanExporter(endpoint=_traces_of(endpoint), timeout=_SECONDS)
    return tracing_to(BatchSpanProcessor(exporter), name)


def _traces_of(endpoint: str) -> str:
    return endpoint if urlsplit(endpoint).path.strip("/") else endpoint.rstrip("/") + _PATH
