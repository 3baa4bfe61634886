"""What a person did can be followed through every service, as one trace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.trace import format_trace_id

from tests.integration.whole.village import START, Village
from tests.unit.telemetry.spans import Spans

DOSSIERS = "/plannen/api/v1/dossiers"
TRACE = "0af7651916cd43dd8448eb211c80319c"
TRACEPARENT = f"00-{TRACE}-b7ad6b7169203331-01"


@pytest.fixture
def spans() -> Iterator[Spans]:
    """Spans of one town."""
    made = Spans()
    yield made
    made.tracing.close()


@pytest.fixture
def village(tmp_path: Path, spans: Spans) -> Iterator[Village]:
    """A town that is traced."""
    with Village(tmp_path, telemetry=spans.telemetry) as made:
        yield made


def open_dossier(village: Village) -> None:
    """One act, in the trace of whoever asks."""
    body = {"gronden": ["onveilige-situatie"]}
    answer = village.ask("POST", DOSSIERS, body=body, traceparent=TRACEPARENT)
    assert answer.status_code == 201, answer.text


def of_trace(spans: Spans) -> list[ReadableSpan]:
    """The spans of the trace of whoever asked."""
    return [span for span in spans.all if format_trace_id(span.context.trace_id) == TRACE]


def kept(village: Village) -> int:
    """How many acts plans knows the trace of."""
    database = village.town.by_name["plans"].acting.record.database
    with database.transaction(commit=False) as cursor:
        cursor.execute("SELECT count(*) FROM trace", ())
        return int(cursor.fetchone()[0])


def test_one_request_is_one_trace_from_the_append_to_everybody_who_follows(
    village: Village, spans: Spans
) -> None:
    """W3C traceparent: in the request, with the event on the feed, in both followers."""
    open_dossier(village)
    village.settle()
    found = of_trace(spans)
    (request,) = [span for span in found if span.name == f"POST {DOSSIERS}"]
    (append,) = [span for span in found if span.name == "append"]
    followed = [span for span in found if span.name == "follow plan.dossier-opened"]
    assert append.parent is not None
    assert append.parent.span_id == request.context.span_id
    assert {span.attributes and span.attributes["vangnet.service"] for span in followed} == {
        "evaluations",
        "notifications",
    }
    for span in followed:
        assert span.parent is not None
        assert span.parent.span_id == append.context.span_id


def test_what_is_kept_of_a_trace_goes_after_a_week(village: Village) -> None:
    """Nobody looks at older ones, and they would show when somebody worked."""
    open_dossier(village)
    assert kept(village) == 1
    village.clock.set(START + timedelta(days=6))
    open_dossier(village)
    assert kept(village) == 2
    village.clock.set(START + timedelta(days=8))
    open_dossier(village)
    assert kept(village) == 2


def test_without_tracing_nothing_is_kept_or_sent_along(tmp_path: Path) -> None:
    """Not even of a request that came with a trace."""
    with Village(tmp_path) as village:
        open_dossier(village)
        assert kept(village) == 0
        (delivery,) = village.town.by_name["plans"].source.read(0, 10).deliveries
        assert getattr(delivery, "traceparent", "") is None
