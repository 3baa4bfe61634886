"""What is told of recording an act."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import pytest
from eventsourcing.persistence import OperationalError

from shared.record.appending import Append, Appended, Conflict
from shared.record.errors import CommitUnclearError
from shared.telemetry.tracetable import TraceTable
from tests.unit.telemetry.spans import Spans, texts

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def spans() -> Iterator[Spans]:
    """Spans of one test."""
    made = Spans()
    yield made
    made.tracing.close()


def outcomes(spans: Spans) -> dict[str, float]:
    """How many appends were measured, by outcome."""
    samples = [s for family in spans.telemetry.registry.collect() for s in family.samples]
    counts = [s for s in samples if s.name == "vangnet_append_seconds_count"]
    return {s.labels["outcome"]: s.value for s in counts}


@pytest.mark.parametrize(
    ("outcome", "error"),
    [("unclear", CommitUnclearError("Noor")), ("failed", OperationalError("Noor"))],
)
def test_what_goes_wrong_is_measured_and_raised_and_its_text_is_not_told(
    spans: Spans, outcome: str, error: Exception
):
    """An append that may or may not have happened is something else than one that did not."""

    def append(acts: Sequence[Append]) -> list[Appended | Conflict]:
        raise error

    around = spans.telemetry.appends("plans", TraceTable(lambda: NOW))
    with pytest.raises(type(error)):
        around([], append)
    assert outcomes(spans) == {outcome: 1}
    assert [span.name for span in spans.all] == ["append"]
    assert not any("Noor" in text for text in texts(spans.all))


@pytest.mark.parametrize(
    ("outcome", "found"), [("stored", Appended((), ())), ("conflict", Conflict())]
)
def test_what_came_of_it_is_measured(spans: Spans, outcome: str, found: Appended | Conflict):
    """Conflicts are ordinary; how many there are is worth knowing."""
    around = spans.telemetry.appends("plans", TraceTable(lambda: NOW))
    assert around([], lambda acts: [found]) == [found]
    assert outcomes(spans) == {outcome: 1}
