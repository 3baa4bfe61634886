"""A dossier out of a long log, its verification by a stranger, and the audit of a log."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.proof.auditing import audit_record
from shared.proof.dossier import zipped
from tests.bench.desk import Desk
from tests.bench.long_log import LOG_KEY, ORIGIN, LongLog, long_log
from tests.bench.report import Report, line
from tests.bench.timing import timed

EVENTS, OF_THE_PLAN, AUDITED = 1_000_000, 200, 50_000
_TIMES = 20


def _at_most(most: int, unit: str) -> tuple[str, Callable[[float, float], bool]]:
    return f"<= {most} {unit}", lambda value, ratio: value <= most


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """At a log as a town has after many years, with a plan that is spread all over it."""
    began = time.perf_counter()
    with long_log(tmp_path, EVENTS, OF_THE_PLAN) as made:
        print(f"a log of {EVENTS} events, made in {time.perf_counter() - began:.0f} s")
        yield Desk(made, tmp_path)


@pytest.fixture
def short_log(tmp_path: Path) -> Iterator[LongLog]:
    """A log that is read to its end in a few seconds."""
    with long_log(tmp_path, AUDITED, OF_THE_PLAN) as made:
        yield made


def bench_dossier(report: Report, desk: Desk) -> None:
    """A plan of 200 events in a log of a million: made, and checked with ``vangnet-verify``."""
    began = time.perf_counter()
    files = desk.files()
    dossier = zipped({"plans": files})
    first = (time.perf_counter() - began) * 1e3
    desk.give(dossier)
    made, verified = timed(desk.dossier, _TIMES), timed(desk.verify, _TIMES)
    zipping = timed(lambda: zipped({"plans": files}), _TIMES)
    lines = files["events.jsonl"].splitlines()
    reading = timed(lambda: [json.loads(each) for each in lines], _TIMES)
    raw = sum(len(content) for content in files.values()) / 1000
    quick, small = _at_most(100, "ms"), _at_most(250, "kB")
    by_zip, by_json = "zipping its files", "reading its JSON"
    # A machine that others use too says less by its clock than by what it did.
    report.add(
        line("dossier, 200 of 1,000,000 events, the first", first, "ms", (by_zip, zipping.p50)),
        line("dossier, p50", made.p50, "ms", (by_zip, zipping.p50), quick),
        line("dossier, CPU", made.cpu, "ms", (by_zip, zipping.cpu), quick),
        line("dossier, size", len(dossier) / 1000, "kB", ("its files", raw), small),
        line("vangnet-verify, p50", verified.p50, "ms", (by_json, reading.p50), quick),
        line("vangnet-verify, CPU", verified.cpu, "ms", (by_json, reading.cpu), quick),
    )


def bench_audit(report: Report, short_log: LongLog) -> None:
    """``vangnet audit`` of a record, against reading the same rows."""
    ledger, checkpoints = short_log.record.ledger, short_log.checkpoints
    kept, keys = checkpoints.after(0, 10), [LOG_KEY.public]

    def audit() -> None:
        assert audit_record(ORIGIN, ledger, kept, keys, lambda seq: None) == []

    reading = timed(lambda: sum(1 for _ in ledger.rows()), 3, 1)
    audited = timed(audit, 3, 1)
    for clock in ("p50", "cpu"):
        rate, floor = (AUDITED / getattr(each, clock) * 1e3 for each in (audited, reading))
        floor_name = "reading the rows", floor
        report.add(line(f"vangnet audit, SQLite, {clock}", rate, "events/s", floor_name))
