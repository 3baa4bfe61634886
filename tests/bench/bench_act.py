"""An act: its CPU against an empty request, and durable over HTTP against the bare statements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.caller import agreement
from tests.bench.raw_rows import raw_acts_a_second
from tests.bench.report import Report, line
from tests.bench.serving import Server, acts_a_second
from tests.bench.stage import Stage
from tests.bench.timing import timed
from tests.integration.vangnet.process import up


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """One service for both."""
    made = Stage(Path(tmp_path_factory.mktemp("act")))
    yield made
    made.close()


def bench_act_cpu(stage: Stage, report: Report) -> None:
    """CPU of one act on a plan of 20 events, in process, against an empty authenticated read."""
    empty = timed(lambda: stage.get("/niets"), 400)
    plans = iter([stage.plan(20) for _ in range(220)])

    def act() -> None:
        plan_id, person = next(plans)
        stage.post(f"/dossiers/{plan_id}/afspraken", agreement(person))

    done = timed(act, 200)
    report.add(
        line("act, CPU in process", done.cpu, "ms", ("empty authenticated read, CPU", empty.cpu)),
        line("act, wall p50 in process", done.p50, "ms", ("empty read, p50", empty.p50)),
    )


def bench_act_over_http(report: Report, tmp_path: Path) -> None:
    """Durable acts a second over HTTP, against the same rows written by bare statements."""
    raw = raw_acts_a_second(tmp_path / "raw")
    aim = (">= 25 % of the bare statements", lambda value, ratio: ratio >= 0.25)
    with up(tmp_path / "served") as town:
        server = Server(town.address, town.token("werker"))
        for connections in (1, 16):
            rate = acts_a_second([server], connections)
            name = f"durable act over HTTP, SQLite, {connections} connection(s)"
            report.add(line(name, rate, "acts/s", ("bare statements", raw), aim))
