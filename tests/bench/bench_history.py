"""The whole history of a long dossier: as one answer, and a line at a time."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.bench.report import Report, line
from tests.bench.stage import Stage
from tests.bench.timing import timed

EVENTS = 5_000
_TIMES = 40


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A service of its own."""
    made = Stage(Path(tmp_path_factory.mktemp("history")))
    yield made
    made.close()


def bench_history_in_lines(stage: Stage, report: Report) -> None:
    """The first byte, and the memory that is needed, of a dossier of 5,000 events."""
    plan_id, _ = stage.plan(EVENTS)
    listed = f"/dossiers/{plan_id}/geschiedenis"
    lines = f"{listed}regels"
    empty = timed(lambda: stage.get("/niets"), 200)
    first = timed(lambda: stage.first_byte(lines), _TIMES)
    floor = ("trivial authenticated read", empty.p50)
    report.add(
        line(f"history in lines, first byte, {EVENTS} events, p50", first.p50, "ms", floor),
        line(
            f"history in lines, first byte, {EVENTS} events, p99",
            first.p99,
            "ms",
            ("trivial authenticated read, p99", empty.p99),
            ("<= 5 ms", lambda value, ratio: value <= 5),
        ),
    )
    # What is kept between requests is there for both, and counts for neither.
    listed += f"?limit={EVENTS}"
    stage.drained(listed)
    whole, streamed = peak(lambda: stage.drained(listed)), peak(lambda: stage.drained(lines))
    report.add(
        line(
            f"history in lines, peak memory, {EVENTS} events",
            streamed,
            "MB",
            ("the same as one answer", whole),
            (">= 8 x less", lambda value, ratio: ratio <= 1 / 8),
        ),
        line(
            f"history in lines, all of {EVENTS} events",
            seconds(lambda: stage.drained(lines)),
            "s",
            ("the same as one answer", seconds(lambda: stage.drained(listed))),
        ),
    )


def peak(call: Callable[[], object]) -> float:
    """The megabytes of Python objects that a call needs at most, beyond what there was."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


def seconds(call: Callable[[], object]) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began
