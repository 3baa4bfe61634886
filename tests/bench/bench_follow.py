"""Following a feed and building it up again, against reading the same events from the record."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from services.plans.messages import Messages
from shared.feed.backoff import Backoff
from shared.feed.follower import Follower
from shared.feed.local import LocalSource
from shared.feed.ports import NoProjection
from shared.feed.rebuild import Rebuild
from shared.feed.tables.inbox import SqlInbox
from tests.bench.report import Report, line
from tests.bench.stage import Stage, agreement, now

PLANS = 60
ACTS = 25


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """A service whose feed is followed."""
    made = Stage(Path(tmp_path_factory.mktemp("follow")))
    yield made
    made.close()


def bench_following(stage: Stage, report: Report) -> None:
    """Followed and rebuilt events a second, batches of 200."""
    for _ in range(PLANS):
        plan_id, person = stage.plan(8)
        for _ in range(ACTS - 8):
            stage.post(f"/dossiers/{plan_id}/afspraken", agreement(person))
    record = stage.store.record
    events = record.last().seq
    began = time.perf_counter()
    for after in range(0, events, 200):
        record.after(after, 200)
    read = events / (time.perf_counter() - began)
    messages = Messages(stage.acting.history, stage.acting.fold, record.sealer)
    source = LocalSource("plans", record.after, lambda: record.last().seq, messages.data)
    checks = {topic: lambda message: None for topic in ("plan.activated", "plan.person-added")}
    inbox = SqlInbox(record.database, stage.store.sealing, checks, now, NoProjection())
    follower = Follower(source, inbox, Backoff(random.random), now)
    began = time.perf_counter()
    while follower.step():
        pass
    followed = events / (time.perf_counter() - began)
    began = time.perf_counter()
    for _ in Rebuild(source, inbox).run():
        pass
    rebuilt = events / (time.perf_counter() - began)
    floor = ("reading the same events", read)
    report.add(
        line("follower, events/s", followed, "events/s", floor),
        line("rebuild, events/s", rebuilt, "events/s", floor),
    )
