"""What the record promises to threads that use it at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

from shared.record.appending import Appended
from shared.record.record import Record
from tests.contract.record.family import act, agreed

THREADS, EACH = 8, 25


def test_appends_by_many_threads_lose_nothing_and_leave_no_gap(record: Record):
    """Each thread writes its own plan while others read; every event is there once."""
    plans = [uuid4() for _ in range(THREADS)]

    def write(plan: UUID) -> None:
        for version in range(1, EACH + 1):
            (done,) = record.append([act(agreed(plan, version))])
            assert isinstance(done, Appended)
            record.after(max(0, done.events[0].stamp.seq - 5), 10)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(write, plans))
    total = THREADS * EACH
    assert [r.stamp.seq for r in record.after(0, total + 1)] == list(range(1, total + 1))
    assert record.audit() == []


def test_of_threads_that_want_the_same_version_one_gets_it(record: Record, plan: UUID):
    """The others are told that it is taken, and may decide again."""
    for version in range(1, EACH + 1):
        with ThreadPoolExecutor(4) as pool:
            outcomes = list(
                pool.map(lambda v: record.append([act(agreed(plan, v))])[0], [version] * 4)
            )
        assert sum(isinstance(o, Appended) for o in outcomes) == 1
    assert [r.stamp.version for r in record.of_plan(plan)] == list(range(1, EACH + 1))


def test_reading_goes_on_while_keys_are_rotated_and_plans_destroyed(record: Record, plan: UUID):
    """Every read during a rotation succeeds, from an empty cache too."""
    record.append([act(*(agreed(plan, v) for v in range(1, 20)))])

    def read(_: int) -> int:
        return sum(record.sealer.open(r.event.words) is not None for r in record.of_plan(plan))

    with ThreadPoolExecutor(4) as pool:
        counts = pool.map(read, range(60))
        for _ in range(5):
            record.keys.rotate()
        assert set(counts) == {19}


def test_an_audit_finds_nothing_while_others_append(record: Record):
    """The end of the record moves on between two looks at it, and nothing is wrong with that."""
    plan, audits = uuid4(), 0
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(_write, record, plan, 4 * EACH)
        while not writing.done():
            assert record.audit() == []
            audits += 1
        writing.result()
    assert record.audit() == []
    assert audits > 1


def _write(record: Record, plan: UUID, many: int) -> None:
    for version in range(1, many + 1):
        record.append([act(agreed(plan, version))])
