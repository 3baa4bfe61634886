"""Every view of every service at random past moments, over HTTP, at half of saturation."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from shared.access.role import Role
from tests.bench.grown import Grown
from tests.bench.opening import opened, token
from tests.bench.past import Asked, Past, Span, percentile, slowest
from tests.bench.report import Line, Report, line
from tests.integration.vangnet.process import launched, running
from tests.unit.evaluations.test_fold import WHOLE
from tests.unit.plans.histories import FULL
from vangnet.world import real_clock

SEED = 20261122
# Events of a dossier, the aim for the p99 in ms, and how often each view is asked.
SIZES = ((50, 5, 20), (500, 15, 10), (5_000, 100, 3))
_DAYS = timedelta(days=390)
_SATURATE = 4.0


def bench_every_view_in_the_past(
    town: dict[str, str], backend: str, report: Report, tmp_path: Path
) -> None:
    """Dossiers of three sizes in one store, each with every kind of event."""
    print(f"seed {SEED}")
    grown = [(size, _grown(town, size)) for size, _, _ in SIZES]
    tokens = [token(town, role) for role in (Role.SUPERVISOR, Role.WORKER)]
    with _served(town) as address:
        for (size, aim, times), (_, (ids, span)) in zip(SIZES, grown, strict=True):
            with closing(Past(address, tokens, ids, span, SEED)) as past:
                rate = past.saturated(_SATURATE)
                asked = past.at_rate(rate / 2, times)
            name = f"{len(past.views)} views in the past, {size} events, {backend}, p99"
            report.add(_judged(name, asked, rate / 2, aim))
            print("   slowest:", *(f"{ms:.1f} {view}" for ms, view in slowest(asked)[:6]))
            print("   not there:", *past.refused)


def _judged(name: str, asked: Sequence[Asked], rate: float, aim: int) -> Line:
    within = sum(each.late <= aim for each in asked) / len(asked)
    print(f"   {within:.1%} within {aim} ms; p90 {percentile(asked, 0.9):.1f} ms")
    floor = f"half of saturation, {rate:.0f}/s; p50", percentile(asked, 0.5)
    below = f"<= {aim} ms", lambda value, ratio: value <= aim
    return line(name, percentile(asked, 0.99), "ms", floor, below)


def _grown(town: dict[str, str], size: int) -> tuple[dict[str, str], Span]:
    """A dossier of so many events in plans and, of a quarter of that, in evaluations."""
    with opened(town) as here:
        plan, began, now = uuid4(), datetime.now(UTC) - _DAYS - timedelta(days=1), real_clock()
        plans = Grown(FULL.history, plan, began, _DAYS / size)
        plans.fill(here.by_name["plans"].acting.record, size)
        own = dict(zip(_people_of(WHOLE.history), plans.people.values(), strict=False))
        evaluations = Grown(WHOLE.history, plan, began, _DAYS / (size // 4), own)
        evaluations.fill(here.by_name["evaluations"].acting.record, size // 4)
        here.step_all()
        recorded = now, real_clock()
        # In a store that is used, something newer than this dossier is always there.
        for service, history in (("plans", FULL.history), ("evaluations", WHOLE.history)):
            elsewhere = Grown(history, uuid4(), began, _DAYS)
            elsewhere.fill(here.by_name[service].acting.record, 1)
        here.step_all()
        ids = {"planId": str(plan), "persoonId": str(next(iter(plans.people.values())))}
        for event in (each.event for each in here.by_name["evaluations"].acting.history(plan)):
            named = {f"{n}Id": str(getattr(event, f)) for n, f in _NAMED if hasattr(event, f)}
            ids = named | ids
    return ids, Span((began, began + _DAYS), recorded)


_NAMED = (("evaluatie", "evaluation"), ("voorval", "incident"))


def _people_of(history: object) -> list[UUID]:
    return [r.event.person for r in history if r.event.TOPIC == "plan.person-added"]  # type: ignore


@contextmanager
def _served(town: dict[str, str]) -> Iterator[str]:
    environ = {**os.environ, **town, "PORT": "0", "DEMO": "0"}
    with running(launched(["up"], environ)) as up:
        yield up.address
