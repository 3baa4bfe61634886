"""What every access log promises, whatever it is kept in."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from shared.access.log import AccessEntry, AccessLog, Action, KeptEntry, Outcome
from shared.access.looks import looks
from shared.proof.accesslog import AccessWalk
from tests.contract.access_log.entries import NOW, PLAN, entry

Open = Callable[[], AccessLog]


def broken(rows: Sequence[KeptEntry]) -> list[int]:
    """Where the signer and the audit find that the chain does not hold."""
    walk = AccessWalk()
    return [finding.seq for row in rows for finding in walk.step(row)]


def test_an_entry_is_kept_whole_and_in_order(reopened: Open) -> None:
    """Who, what, when, the moments looked at, and the outcome."""
    first = entry(person=UUID(int=7), version=4, known=NOW - timedelta(days=400))
    second = entry(plan_id=None, action=Action.CREATE, outcome=Outcome.REFUSED, status=403)
    log = reopened()
    log.write(first)
    log.write(second)
    rows = reopened().after(0, 10)
    assert [msgspec.json.decode(row.entry, type=AccessEntry) for row in rows] == [first, second]
    assert [row.seq for row in rows] == [1, 2]


def test_a_reason_is_kept_sealed_and_never_in_the_clear(reopened: Open) -> None:
    """It is handed to the seal with the plan whose key can destroy it."""
    log = reopened()
    log.write(entry(reason="Moeder Noor belde"))
    (row,) = log.after(0, 10)
    assert b"Noor" not in row.entry
    sealed = msgspec.json.decode(json.dumps(json.loads(row.entry)["reason"]), type=bytes)
    assert sealed.startswith(f"sealed for {PLAN}".encode())


def test_no_look_is_before_the_one_before_it_whatever_the_clock_says(reopened: Open) -> None:
    """A clock that is put back moves nothing: what was before a moment ends where that begins."""
    log = reopened()
    for hours in (0, 2, -24, 1, 3):
        log.write(entry(at=NOW + timedelta(hours=hours), status=200 + hours))
    rows = [msgspec.json.decode(row.entry, type=AccessEntry) for row in log.after(0, 10)]
    assert [row.at - NOW for row in rows] == [timedelta(hours=n) for n in (0, 2, 2, 2, 3)]
    assert [row.status for row in rows] == [200, 202, 176, 201, 203]
    assert not broken(log.after(0, 10))
    seen = looks(log, PLAN, 0, NOW + timedelta(hours=3), lambda looked: True)
    assert [seq for seq, _ in seen] == [1, 2, 3, 4]
    assert not list(looks(log, PLAN, 0, NOW, lambda looked: True))


def test_rows_are_read_in_pages(reopened: Open) -> None:
    """From any place."""
    log = reopened()
    assert log.size() == 0
    for _ in range(5):
        log.write(entry())
    assert log.size() == 5
    assert [row.seq for row in log.after(0, 2)] == [1, 2]
    assert [row.seq for row in log.after(3, 9)] == [4, 5]
    assert list(log.after(5, 9)) == []


def test_the_rows_about_one_plan_are_read_in_pages(reopened: Open) -> None:
    """Of that plan alone, in order, from any place; and each tells who looked (NEN 7513)."""
    log: Any = reopened()
    other = UUID(int=9)
    for plan in (PLAN, other, PLAN, None, PLAN):
        log.write(entry(plan_id=plan))
    assert [row.seq for row in log.of_plan(PLAN, 0, 2)] == [1, 3]
    assert [row.seq for row in log.of_plan(PLAN, 3, 9)] == [5]
    assert list(log.of_plan(UUID(int=8), 0, 9)) == []
    later = NOW + timedelta(days=1)
    asked = looks(log, PLAN, 1, later, lambda looked: looked.role == "worker")
    found = [seq for seq, _ in asked]
    assert found == [3, 5]


def test_threads_write_one_unbroken_chain(reopened: Open) -> None:
    """Requests are answered by several threads at once."""
    log = reopened()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: log.write(entry()), range(40)))
    rows = log.after(0, 100)
    assert len(rows) == 40
    assert broken(rows) == []


@pytest.mark.parametrize("attack", ["alter", "remove", "swap", "insert", "relink"])
def test_whatever_is_done_to_a_row_breaks_the_chain(reopened: Open, attack: str) -> None:
    """And the first broken place is named."""
    log = reopened()
    for number in range(5):
        log.write(entry(trace_id=f"t{number}"))
    rows = list(log.after(0, 10))
    altered = msgspec.structs.replace(rows[2], entry=rows[2].entry.replace(b"t2", b"t9"))
    forged: dict[str, list[KeptEntry]] = {
        "alter": [*rows[:2], altered, *rows[3:]],
        "remove": [*rows[:2], *rows[3:]],
        "swap": [*rows[:2], rows[3], rows[2], rows[4]],
        "insert": [*rows[:2], rows[1], *rows[2:]],
        "relink": [*rows[:2], msgspec.structs.replace(rows[2], previous=rows[0].hash), *rows[3:]],
    }
    assert broken(forged[attack])[0] == 3


def test_the_outcome_follows_the_status() -> None:
    """Answered, refused, or failed on our side."""
    assert [Outcome.of(status) for status in (200, 304, 403, 500)] == [
        Outcome.OK,
        Outcome.OK,
        Outcome.REFUSED,
        Outcome.FAILED,
    ]
