"""A view of one dossier in the past, in a store of its own and among a million other events."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from werkzeug.test import Client

from shared.access.role import Role
from tests.bench.crowd import Crowd
from tests.bench.grown import Grown
from tests.bench.opening import opened, token
from tests.bench.past import Span, moments
from tests.bench.report import Report, line
from tests.bench.timing import timed
from tests.bench.towns import on_files, on_postgres
from tests.parts.postgres import PostgresServer
from tests.unit.plans.histories import FULL
from vangnet.town import Town

SEED = 20261122
OTHERS, SIZE, TIMES = 1_000_000, 500, 300
_DAYS = timedelta(days=390)


@contextmanager
def _town(backend: str, request: pytest.FixtureRequest, folder: Path) -> Iterator[dict[str, str]]:
    folder.mkdir()
    if backend == "SQLite":
        yield on_files(folder)
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    with on_postgres(server, folder) as settings:
        yield settings


def bench_past_among_many(
    backend: str, request: pytest.FixtureRequest, report: Report, tmp_path: Path
) -> None:
    """The plan and its agreements at random past moments, none asked twice."""
    print(f"seed {SEED}")
    took = {}
    for others in (0, OTHERS):
        with (
            _town(backend, request, tmp_path / str(others)) as settings,
            opened(settings) as town,
        ):
            plans = town.by_name["plans"].acting.record
            Crowd(plans.database, plans.origin).fill(others)
            took[others] = timed(_asking(town, token(settings, Role.WORKER)), TIMES, warm=30)
    name = f"plan in the past, {SIZE} events among {OTHERS:,}, {backend}"
    aim = "<= 1.2 x", lambda value, ratio: ratio <= 1.2
    alone, among = took[0], took[OTHERS]
    report.add(line(f"{name}, p50", among.p50, "ms", ("the same alone", alone.p50), aim))
    report.add(line(f"{name}, p99", among.p99, "ms", ("the same alone", alone.p99)))


def _asking(town: Town, worker: str) -> Callable[[], object]:
    plan, began = uuid4(), datetime.now(UTC) - _DAYS
    record, first = town.by_name["plans"].acting.record, datetime.now(UTC)
    Grown(FULL.history, plan, began, _DAYS / SIZE).fill(record, SIZE)
    span = Span((began, began + _DAYS), (first, datetime.now(UTC)))
    client, chance = Client(town.wsgi), random.Random(SEED)
    path = f"/plannen/api/v1/dossiers/{plan}/veiligheidsplan"

    def ask() -> None:
        asked = f"{path}?{moments(chance, span)}"
        answer = client.get(asked, headers={"Authorization": f"Bearer {worker}"})
        assert answer.status_code == 200, answer.text

    return ask
