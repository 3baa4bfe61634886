"""A collector of traces, as OTLP over HTTP, that keeps what it gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from tests.parts.web_server import served


class Seen(NamedTuple):
    """One span: of which process, in which trace, and what it is called."""

    process: str
    trace: str
    name: str


class Collector:
    """Spans of all processes that send them to ``address``."""

    def __init__(self) -> None:
        self.spans: list[Seen] = []
        self.paths: set[str] = set()
        self.address = ""

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Takes one batch."""
        self.paths.add(environ["PATH_INFO"])
        body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        self.spans.extend(_spans(body))
        start_response("200 OK", [("Content-Length", "0")])
        return []


def _spans(body: bytes) -> Iterator[Seen]:
    for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
        (process,) = [a.value.string_value for a in resource.resource.attributes]
        for scope in resource.scope_spans:
            for span in scope.spans:
                yield Seen(process, span.trace_id.hex(), span.name)


@contextmanager
def collecting() -> Iterator[Collector]:
    """A collector that listens until the end of the block."""
    collector = Collector()
    with served(collector) as address:
        collector.address = address
        yield collector
