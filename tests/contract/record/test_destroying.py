"""What the destruction of a dossier promises: nothing of it is left but its place in the log."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from uuid import UUID, uuid4

import msgspec
import pytest

from shared.eventbase.erasing import DESTRUCTIONS, Range
from shared.feed.continuity import check_continuity
from shared.feed.local import LocalSource
from shared.feed.place import Place
from shared.record.appending import Appended
from shared.record.destruction import Opened, ranges
from shared.record.erased import ErasedEvent
from shared.record.errors import DestructionError, ErasedPlanError
from shared.record.histories import Histories
from shared.record.record import Record
from shared.record.sqlrecorder import SqlRecorder
from shared.record.walk import Gone, Row
from tests.contract.record.destroying import Dying, Killed, destroy, say
from tests.contract.record.family import act, agreed, evaluated, keyed
from tests.contract.record.stores import ORIGIN, Guarded, Store


@pytest.fixture
def other(record: Record, plan: UUID) -> UUID:
    """Another plan, whose events stand between those of ``plan``."""
    other, stream = uuid4(), uuid4()
    record.append([act(agreed(plan, 1), agreed(plan, 2)), act(agreed(other, 1))])
    record.append([act(evaluated(plan, stream, 1), answer=keyed(b"mine"))])
    record.append([act(agreed(other, 2), answer=keyed(b"theirs")), act(agreed(plan, 3))])
    return other


def test_nothing_of_a_destroyed_dossier_can_be_read(record: Record, plan: UUID, other: UUID):
    """Integrity 2.9: events, leaves and kept answers are gone; the log goes on behind them."""
    before = record.last()
    seq = destroy(record, plan)
    assert (record.of_plan(plan), record.of_stream(plan), record.ranges_of(plan)) == ([], [], ())
    assert record.answer_for(keyed(b"mine").scope_key) is None
    assert [r.stamp.seq for r in record.after(0, 9)] == [3, 5, seq]
    assert record.plans(0, 9) == [(3, other), (seq, DESTRUCTIONS)]
    assert record.last().seq == before.seq + 1 == seq
    assert record.audit() == []


def test_other_dossiers_stay_as_they_are(record: Record, plan: UUID, other: UUID):
    """Events, content and answers; and they can be added to."""
    before = record.of_plan(other)
    destroy(record, plan)
    assert record.of_plan(other) == before
    assert record.sealer.open(before[1].event.words)
    kept = record.answer_for(keyed(b"theirs").scope_key)
    assert kept is not None and kept.answer == b"{}"
    assert isinstance(record.append([act(agreed(other, 3))])[0], Appended)
    assert record.audit() == []


def test_of_each_row_the_hash_is_left_and_what_says_that_it_may_be_gone(
    record: Record, plan: UUID, other: UUID
):
    """No id and no moment: those can still point at a family."""
    leaves = {row.seq: row.leaf_hash for row in record.ledger.rows()}
    seq = destroy(record, plan)
    rows = {row.seq: row for row in record.ledger.rows()}
    assert {n: row.leaf_hash for n, row in rows.items() if n < seq} == leaves
    gone = [row for row in rows.values() if isinstance(row, Gone)]
    assert [(row.seq, row.by_seq) for row in gone] == [(n, seq) for n in (1, 2, 4, 6)]


def test_what_says_so_names_plan_rows_ground_and_who_without_a_key(
    record: Record, plan: UUID, other: UUID
):
    """The auditor reads all of it, as JSON."""
    seq = destroy(record, plan)
    opened = record.ledger.destruction(seq)
    assert opened is not None
    said = msgspec.json.decode(opened.content)
    assert (said["actor"], said["role"]) == ("worker-17", "worker")
    event = said["event"]
    assert (event["plan"], event["ground"]) == (str(plan), "term-over")
    assert event["rows"] == [
        {"first": 1, "last": 2}, {"first": 4, "last": 4}, {"first": 6, "last": 6}
    ]  # fmt: skip


def test_done_again_it_is_the_same(record: Record, plan: UUID, other: UUID):
    """Whoever was interrupted begins again."""
    seq = destroy(record, plan)
    left = list(record.ledger.rows())
    record.keys.destroy_plan(plan)
    record.destroy(seq, b"signed")
    assert list(record.ledger.rows()) == left
    assert record.audit() == []


def test_nothing_is_added_to_a_destroyed_dossier(record: Record, plan: UUID, other: UUID):
    """Its keys are gone and it gets no new ones."""
    destroy(record, plan)
    for event in (agreed(plan, 1), agreed(plan, 4)):
        with pytest.raises(ErasedPlanError):
            record.append([act(event)])


def test_whoever_dies_halfway_leaves_all_of_it_or_nothing(record: Record, plan: UUID, other: UUID):
    """At every statement of the one transaction; and what was begun can be finished."""
    record.keys.destroy_plan(plan)
    assert record.audit() == []
    seq = say(record, plan)
    assert record.audit() == []
    opened = opened_at(record, seq)
    for at in range(6):
        dying = SqlRecorder(Dying(record.database, at), ORIGIN)  # type: ignore[arg-type]
        with pytest.raises(Killed):
            dying.destroy(opened)
        assert all(isinstance(row, Row) for row in record.ledger.rows())
        assert record.audit() == []
    record.destroy(seq, b"signed")
    assert record.ranges_of(plan) == ()
    assert record.audit() == []


def opened_at(record: Record, seq: int) -> Opened:
    """What the record hands to its recorder."""
    (stored,) = record.ledger.select_after(seq - 1, 1)
    core = record.mapper.open_core(stored)  # type: ignore[attr-defined]
    return Opened(seq, *core, b"signed", stored.topic, stored.state)


def test_a_dossier_whose_keys_are_there_is_not_removed(record: Record, plan: UUID, other: UUID):
    """Keys first: they are what copies and backups can still be read with."""
    seq = say(record, plan)
    with pytest.raises(DestructionError, match="sleutels"):
        record.destroy(seq, b"signed")
    assert len(record.of_plan(plan)) == 4


def test_what_was_recorded_since_has_to_be_named_as_well(record: Record, plan: UUID, other: UUID):
    """A process that did not know yet was still recording: it is said again, of all of it."""
    seq = say(record, plan, (Range(1, 2), Range(4, 4)))
    record.keys.destroy_plan(plan)
    with pytest.raises(DestructionError, match="niet alles"):
        record.destroy(seq, b"signed")
    record.destroy(say(record, plan), b"signed")
    assert record.ranges_of(plan) == ()
    assert record.audit() == []


@pytest.mark.parametrize("seq", [3, 99])
def test_nothing_goes_without_an_event_that_says_so(
    record: Record, plan: UUID, other: UUID, seq: int
):
    """Not for an event that says something else, and not for one that is not there."""
    record.keys.destroy_plan(plan)
    with pytest.raises(DestructionError):
        record.destroy(seq, b"signed")
    assert len(record.of_plan(plan)) == 4


def test_what_was_destroyed_itself_is_no_dossier_to_destroy(
    record: Record, plan: UUID, other: UUID
):
    """Otherwise nobody could tell lawful from unlawful."""
    destroy(record, plan)
    with pytest.raises(DestructionError):
        record.destroy(say(record, DESTRUCTIONS), b"signed")


LISTED = "INSERT INTO destroyed SELECT seq, leaf_hash, {} FROM leaf WHERE seq = {}"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM stored_events",
        "DELETE FROM leaf",
        "DELETE FROM idempotency",
        LISTED.format(7, 8),
        LISTED.format(8, 3),
        LISTED.format(3, 3),
        LISTED.format(9, 7),
        "INSERT INTO destroyed SELECT 3, state_hash, 7 FROM leaf WHERE seq = 3",
        "INSERT INTO destruction SELECT 3, salt, content, receipt FROM destruction",
        "INSERT INTO destruction SELECT 99, salt, content, receipt FROM destruction",
        "UPDATE destruction SET content = salt",
        "DELETE FROM destruction",
        "UPDATE destroyed SET by_seq = 8",
        "DELETE FROM destroyed",
    ],
)
def test_the_database_itself_lets_nothing_else_go(
    store: Store, record: Record, plan: UUID, other: UUID, statement: str
):
    """A mistake in our own code removes no row that is not listed under what says so."""
    destroy(record, plan)
    record.append([act(agreed(other, 3))])
    with pytest.raises(Guarded):
        store.attempt(statement)
    assert record.audit() == []


def test_a_leaf_stays_as_long_as_its_event(store: Store, record: Record, plan: UUID, other: UUID):
    """Listed or not: an event without a leaf would be nobody's."""
    destroy(record, plan)
    store.attempt(LISTED.format(7, 3))
    with pytest.raises(Guarded):
        store.attempt("DELETE FROM leaf WHERE seq = 3")


def test_the_bytes_are_gone_as_well(store: Store, record: Record, plan: UUID):
    """Nothing of its rows is on the disk of a SQLite, or in a table of PostgreSQL.

    The key store keeps which compartments a plan had, so their ids are not looked for.
    """
    others = [uuid4() for _ in range(3)]
    for version in range(1, 41):
        acts = [act(agreed(each, version)) for each in others]
        mine = agreed(plan, version), evaluated(plan, uuid4(), 1)
        record.append([*acts, act(*mine, answer=keyed(b"%d" % version))])
    needles = [needle for row in record.ledger.rows_of(plan, 999) for needle in told_by(row)]
    before = dict(store.bytes_at_rest())
    assert all(any(needle in content for content in before.values()) for needle in needles)
    destroy(record, plan)
    found = {
        name for name, content in store.bytes_at_rest() for needle in needles if needle in content
    }
    assert found == set()
    assert record.audit() == []


def told_by(row: Row) -> list[bytes]:
    """What could be recognised of a row."""
    assert row.event is not None
    leaf, state = row.leaf, row.event.state
    ids = [] if leaf.stream_id == leaf.plan_id else [leaf.stream_id.hex.encode()]
    return [leaf.event_id.bytes, leaf.state_hash, state[60:110], state[-50:], *ids]


def test_the_audit_cries_no_wolf_while_dossiers_are_destroyed(record: Record):
    """Rows go between two pages that it reads, and between a row and what says that it is gone."""
    plans = [uuid4() for _ in range(12)]
    for version in range(1, 61):
        record.append([act(agreed(each, version)) for each in plans])
    found = []
    with ThreadPoolExecutor(1) as pool:
        done = pool.submit(lambda: [destroy(record, each) for each in plans])
        while not done.done():
            found += record.audit()
        done.result()
    assert found == []
    assert record.audit() == []


def test_whoever_follows_goes_on_behind_what_is_gone(record: Record, plan: UUID, other: UUID):
    """Also one that stood at a row of it."""
    source = LocalSource("plans", record.after, lambda: record.last().seq, lambda recorded: {})
    marks = [source.read(seq - 1, 1).mark for seq in range(1, 7)]
    seq = destroy(record, plan)
    for position, mark in enumerate(marks, start=1):
        batch = source.read(position, 10)
        check_continuity("plans", Place(position, mark), batch)
        assert [d.position for d in batch.deliveries] == [n for n in (3, 5, seq) if n > position]
        assert (batch.reached, batch.last) == (seq, seq)


def test_what_is_kept_in_memory_goes_with_it(store: Store, record: Record, plan: UUID, other: UUID):
    """Also in a process that did not destroy it itself."""
    with closing(store.open()) as elsewhere:
        kept = Histories(record.of_plan), Histories(elsewhere.of_plan)
        assert [len(each.of(plan)) for each in kept] == [4, 4]
        record.keys.destroy_plan(plan)
        assert {type(r.event) for r in kept[0].of(plan)} == {ErasedEvent}
        record.destroy(say(record, plan), b"signed")
        assert [each.of(plan) for each in kept] == [(), ()]
        assert [len(each.of(other)) for each in kept] == [2, 2]


@pytest.mark.parametrize(
    ("seqs", "expected"),
    [([], []), ([4], [(4, 4)]), ([1, 2, 3], [(1, 3)]), ([1, 3, 4, 9], [(1, 1), (3, 4), (9, 9)])],
)
def test_rows_are_named_in_the_fewest_ranges(seqs: list[int], expected: list[tuple[int, int]]):
    """A dossier of years is named in a few lines."""
    assert list(ranges(seqs)) == [Range(*each) for each in expected]
