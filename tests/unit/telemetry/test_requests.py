"""What is told of a request: how long and how it ended, and nothing of what was in it."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from opentelemetry.trace import format_trace_id

from tests.unit.telemetry.spans import Spans, texts
from tests.unit.web.sample_app import BASE, PLAN, Bench, client

TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"
TRACEPARENT = f"00-{TRACE}-{PARENT}-01"
ROUTE = f"{BASE}/veiligheidsplannen/<uuid:planId>"


@pytest.fixture
def spans() -> Iterator[Spans]:
    """Spans of one test."""
    made = Spans()
    yield made
    made.tracing.close()


def durations(spans: Spans) -> list[dict[str, str]]:
    """The labels of every request that was measured."""
    families = spans.telemetry.registry.collect()
    samples = [s for family in families for s in family.samples]
    return [s.labels for s in samples if s.name == "vangnet_http_request_seconds_count"]


def test_a_request_is_told_by_its_rule_its_method_and_its_status(spans: Spans):
    """Never by its path, its query, its token or its headers."""
    at = client(Bench(), telemetry=spans.telemetry)
    at.get(f"{BASE}/veiligheidsplannen/{PLAN}?zoek=Noor", headers={"X-Audit-Toelichting": "Noor"})
    (span,) = spans.all
    assert span.name == f"GET {ROUTE}"
    assert dict(span.attributes or {}) == {
        "vangnet.service": "plannen",
        "http.request.method": "GET",
        "http.route": ROUTE,
        "http.response.status_code": 400,
    }
    assert not span.events
    assert durations(spans) == [
        {"service": "plannen", "route": ROUTE, "method": "GET", "status": "4xx"}
    ]
    assert not any("Noor" in text or str(PLAN) in text for text in texts(spans.all))


def test_a_trace_that_came_along_goes_on_and_is_the_request_id_in_the_log(spans: Spans):
    """W3C traceparent: the caller finds its request back, in the trace and in the log."""
    bench = Bench()
    at = client(bench, telemetry=spans.telemetry)
    at.get(f"{BASE}/veiligheidsplannen/{PLAN}", headers={"traceparent": TRACEPARENT})
    (span,) = spans.all
    assert format_trace_id(span.context.trace_id) == TRACE
    assert span.parent is not None
    line = json.loads(bench.log.getvalue())
    assert (line["request_id"], line["trace_id"], line["service"]) == (TRACE, TRACE, "plannen")
    assert line["span_id"] == f"{span.context.span_id:016x}"


@pytest.mark.parametrize("sent", ["", "Noor", f"00-{'0' * 32}-{PARENT}-01", f"ff-{TRACE}-x-01"])
def test_a_header_that_is_no_traceparent_begins_a_trace_of_its_own(spans: Spans, sent: str):
    """And nothing of it goes anywhere."""
    bench = Bench()
    at = client(bench, telemetry=spans.telemetry)
    assert at.get(f"{BASE}/gezond", headers={"traceparent": sent}).status_code == 200
    at.get(f"{BASE}/veiligheidsplannen/{PLAN}", headers={"traceparent": sent})
    (span,) = spans.all
    assert span.parent is None
    assert "Noor" not in bench.log.getvalue().decode()


def test_without_tracing_a_request_id_is_the_trace_that_came_or_a_new_one():
    """The log can be followed whether or not anybody collects traces."""
    bench = Bench()
    at = client(bench)
    at.get(f"{BASE}/veiligheidsplannen/{PLAN}", headers={"traceparent": TRACEPARENT})
    at.get(f"{BASE}/veiligheidsplannen/{PLAN}")
    first, second = map(json.loads, bench.log.getvalue().splitlines())
    assert first["request_id"] == TRACE
    assert len(second["request_id"]) == 32
    assert second["request_id"] != TRACE


def test_a_method_or_path_that_somebody_made_up_makes_no_label(spans: Spans):
    """Labels are a short list, whatever strangers send."""
    at = client(Bench(), telemetry=spans.telemetry)
    at.open(f"{BASE}/veiligheidsplannen/{PLAN}", method="NOOR")
    at.get(f"{BASE}/Noor")
    assert [(x["method"], x["route"]) for x in durations(spans)] == [
        ("ander", "geen"),
        ("GET", "geen"),
    ]
    assert not any("noor" in text.lower() for text in texts(spans.all))


def test_probes_are_measured_and_leave_no_traces(spans: Spans):
    """They come every few seconds and nobody did anything."""
    at = client(Bench(), None, telemetry=spans.telemetry)
    at.get(f"{BASE}/gezond")
    at.get(f"{BASE}/gereed")
    assert spans.all == []
    assert len(durations(spans)) == 2


def test_a_fault_is_told_without_its_text(spans: Spans):
    """The text of an exception may quote what somebody wrote."""
    bench = Bench(raises=RuntimeError("Noor belt elke dag"))
    at = client(bench, telemetry=spans.telemetry)
    assert at.get(f"{BASE}/veiligheidsplannen/{PLAN}").status_code == 500
    (span,) = spans.all
    assert not span.status.is_ok
    assert not any("Noor" in text for text in texts(spans.all))


def test_a_thread_that_answered_is_in_no_trace_any_more(spans: Spans):
    """The next request on the same thread begins its own."""
    at = client(Bench(), telemetry=spans.telemetry)
    for _ in range(3):
        at.get(f"{BASE}/veiligheidsplannen/{PLAN}")
    assert len({span.context.trace_id for span in spans.all}) == 3


def log_lines(stream: io.BytesIO) -> list[dict[str, Any]]:
    """Every line."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_readiness_is_logged_when_it_changes_and_not_at_every_probe():
    """A probe asks every few seconds."""
    bench = Bench(parts={"opslag": False})
    at = client(bench, None)
    for _ in range(3):
        at.get(f"{BASE}/gereed")
    bench.parts = {"opslag": True}
    for _ in range(3):
        at.get(f"{BASE}/gereed")
    told = [(x["event"], x.get("part")) for x in log_lines(bench.log) if x["event"] != "verzoek"]
    assert told == [("niet_gereed", "opslag"), ("weer_gereed", "opslag")]
