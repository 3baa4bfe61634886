"""Spans that end up in a list."""

from __future__ import annotations

from collections.abc import Iterator

from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from shared.telemetry.telemetry import Telemetry
from shared.telemetry.tracing import tracing_to


class Spans:
    """Telemetry of which every span that ended can be read."""

    def __init__(self) -> None:
        self._exporter = InMemorySpanExporter()
        self.tracing = tracing_to(SimpleSpanProcessor(self._exporter), "test")
        self.telemetry = Telemetry(self.tracing)

    @property
    def all(self) -> list[ReadableSpan]:
        """In the order in which they ended."""
        return list(self._exporter.get_finished_spans())

    def named(self, start: str) -> list[ReadableSpan]:
        """Those of which the name begins like this."""
        return [span for span in self.all if span.name.startswith(start)]


def texts(spans: list[ReadableSpan]) -> Iterator[str]:
    """Everything in words that spans carry, names and ids included."""
    for span in spans:
        yield span.to_json()
