"""The plan now and at past moments, against a route that does nothing but be authenticated."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.bench.report import Report, line
from tests.bench.stage import Stage
from tests.bench.timing import timed

SEED = 20261121


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One service for all sizes."""
    made = Stage(Path(tmp_path_factory.mktemp("views")))
    yield made
    made.close()


def within(limit: float) -> tuple[str, Callable[[float, float], bool]]:
    """The aim that a p99 stays below so many milliseconds."""
    return f"<= {limit:g} ms", lambda value, ratio: value <= limit


def bench_current_plan(stage: Stage, report: Report) -> None:
    """The current plan of 50 and 500 events, in process."""
    for events, aim in ((50, None), (500, within(10))):
        plan_id, _ = stage.plan(events)
        path = f"/dossiers/{plan_id}/veiligheidsplan"
        empty = timed(lambda: stage.get("/niets"), 300)
        plan = timed(lambda path=path: stage.get(path), 300)
        floor = ("trivial authenticated read", empty.p50)
        report.add(
            line(f"current plan, {events} events, p50", plan.p50, "ms", floor),
            line(
                f"current plan, {events} events, p99",
                plan.p99,
                "ms",
                ("trivial authenticated read, p99", empty.p99),
                aim,
            ),
        )


def bench_past_plan(stage: Stage, report: Report) -> None:
    """The plan at random past pairs of moments, none asked twice."""
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    for events, times in ((50, 300), (500, 200), (5000, 40)):
        before = datetime.now(UTC)
        plan_id, _ = stage.plan(events)
        after = datetime.now(UTC)
        path = f"/dossiers/{plan_id}/veiligheidsplan"
        empty = timed(lambda: stage.get("/niets"), 200)

        def ask(path: str = path, before: datetime = before, after: datetime = after) -> object:
            at = before + (after - before) * (0.5 + chance.random() / 2)
            asked = at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            earlier = (at - timedelta(microseconds=1)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
            return stage.get(f"{path}?geldigOp={earlier}&beschikbaarOp={asked}")

        past = timed(ask, times)
        floor = ("trivial authenticated read", empty.p50)
        report.add(
            line(f"plan at a past pair, {events} events, p50", past.p50, "ms", floor),
            line(f"plan at a past pair, {events} events, p99", past.p99, "ms", floor),
        )
