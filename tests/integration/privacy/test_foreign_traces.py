"""Whoever asks may bring a trace along, and nothing else: no words of theirs travel with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from shared.access.role import Role
from shared.feed.cloudevents import to_wire
from tests.integration.whole.village import Village
from tests.unit.telemetry.spans import Spans, texts

DOSSIERS = "/plannen/api/v1/dossiers"
TRACE = "0af7651916cd43dd8448eb211c80319c"
WORD = "Dorpsstraat"
CARRIED = {"tracestate": f"a={WORD}", "baggage": f"adres={WORD}", "b3": WORD}
HEADERS = [
    f"00-{TRACE}-b7ad6b7169203331-01",
    f"00-{TRACE}-b7ad6b7169203331-01-{WORD}",
    f"cc-{TRACE}-b7ad6b7169203331-01-{WORD}",
    f"00-{TRACE}-b7ad6b7169203331-01,{WORD}",
    WORD,
]


@pytest.fixture
def spans() -> Iterator[Spans]:
    """What is sent to a collector."""
    made = Spans()
    yield made
    made.tracing.close()


@pytest.fixture
def village(tmp_path: Path, spans: Spans) -> Iterator[Village]:
    """A town that is traced."""
    with Village(tmp_path, telemetry=spans.telemetry) as made:
        yield made


def everything(village: Village, spans: Spans) -> bytes:
    """Spans, messages as they travel, and every file there is."""
    told = [text.encode() for text in texts(spans.all)]
    for service in village.town.services:
        batch = service.source.read(0, 1000)
        told += [to_wire(delivery, service.name) for delivery in batch.deliveries]
    files = (path for path in village.settings.folder.rglob("*") if path.is_file())
    return b"\n".join([*told, *(path.read_bytes() for path in files)])


def opened(village: Village, traceparent: str) -> TestResponse:
    """An act with everything that tracing systems carry."""
    body = {"gronden": ["onveilige-situatie"]}
    return village.ask("POST", DOSSIERS, body=body, traceparent=traceparent, **CARRIED)


@pytest.mark.parametrize("traceparent", HEADERS)
def test_no_word_of_the_caller_travels_with_a_trace(
    village: Village, spans: Spans, traceparent: str
) -> None:
    """Integrity threat 18: ``tracestate`` and ``baggage`` hold whatever anybody puts there."""
    answer = opened(village, traceparent)
    village.settle()
    assert answer.status_code == 201
    assert WORD not in str(answer.headers) + answer.text
    assert TRACE not in str(answer.headers)
    assert WORD.encode() not in everything(village, spans)


def test_the_trace_itself_does_travel(village: Village, spans: Spans) -> None:
    """The test above looks where it would be."""
    opened(village, HEADERS[0])
    village.settle()
    assert everything(village, spans).count(TRACE.encode()) > 5


def test_a_person_s_trace_is_not_told_to_case_systems(village: Village) -> None:
    """The public feed has no trace: it would say which events one person made happen."""
    opened(village, HEADERS[0])
    village.settle()
    for service in village.town.services:
        path = f"{service.base_path}/gebeurtenissen"
        answer = village.ask("GET", path, Role.SYSTEM)
        assert answer.status_code == 200
        assert "trace" not in answer.text
