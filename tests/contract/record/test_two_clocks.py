"""Who writes one record together need not agree on the time (design 4)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from uuid import UUID

import pytest

from shared.record.record import Record
from tests.contract.record.family import NOON, Clock, act, agreed
from tests.contract.record.stores import Store

US = timedelta(microseconds=1)


@pytest.fixture
def writers(store: Store) -> Iterator[list[Record]]:
    """Three processes on one record: on time, a day behind, a day ahead."""
    opened = [store.open(clock=Clock(NOON + timedelta(days=off))) for off in (0, -1, 1)]
    yield opened
    for record in opened:
        record.close()


def test_writers_with_different_clocks_make_one_order(writers: list[Record], plan: UUID):
    """Whose clock is behind goes on where the last one ended."""
    for version, writer in enumerate([0, 1, 2, 0, 1, 2], start=1):
        writers[writer].append([act(agreed(plan, version))])
    read, *others = [record.of_plan(plan) for record in writers]
    assert others == [read, read]
    ahead = NOON + timedelta(days=1)
    expected = [NOON, NOON + US, *(ahead + n * US for n in range(4))]
    assert [r.stamp.recorded_at for r in read] == expected
    assert [r.stamp.seq for r in read] == list(range(1, 7))
    assert writers[0].audit() == []


def test_a_record_opened_again_after_a_jump_goes_on_where_it_was(store: Store, plan: UUID):
    """A restart forgets nothing of how late it was."""
    for version, days in enumerate((1, 0, -1, 2), start=1):
        with closing(store.open(clock=Clock(NOON + timedelta(days=days)))) as record:
            record.append([act(agreed(plan, version))])
            last = [r.stamp.recorded_at for r in record.of_plan(plan)]
    tomorrow, later = NOON + timedelta(days=1), NOON + timedelta(days=2)
    assert last == [tomorrow, tomorrow + US, tomorrow + 2 * US, later]
