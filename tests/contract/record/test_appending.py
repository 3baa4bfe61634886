"""What an append promises: whole acts, in order, gapless, and never over somebody else's."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import IntegrityError

from shared.eventbase.event import Recorded
from shared.record.appending import Appended, VersionConflict
from shared.record.errors import UnknownTopicError, UnreadableEventError
from shared.record.micros import to_micros
from shared.record.record import Record
from tests.contract.record.family import NOON, Agreed, Clock, act, agreed, evaluated, recorded
from tests.contract.record.stores import Store


def seqs(events: list[Recorded]) -> list[int | None]:
    return [r.stamp.seq for r in events]


def test_what_is_appended_is_read_back_as_it_was(record: Record, plan: UUID):
    """Core fields and the whole stamp come back; content is closed and opens to what it was."""
    stamp = {"person": uuid4(), "learned_at": NOON, "learned_by": uuid4(), "source": "plans"}
    given = agreed(plan, 1, "Papa belt om zes uur", **stamp)
    record.append([act(given)])
    (read,) = record.of_plan(plan)
    assert (read.event.item, read.event.due) == (given.event.item, given.event.due)
    assert read.event.words.content is None
    assert record.sealer.open(read.event.words) == given.event.words.content
    unset = {"recorded_at": None, "seq": None}
    assert {f: getattr(read.stamp, f) for f in read.stamp.__struct_fields__} | unset == {
        f: getattr(given.stamp, f) for f in given.stamp.__struct_fields__
    }


def test_an_append_gives_back_what_a_reader_will_get(record: Record, plan: UUID):
    """With seq, recorded_at and leaf hashes, and with its content closed like any other."""
    (done,) = record.append([act(agreed(plan, 1), agreed(plan, 2))])
    assert isinstance(done, Appended)
    assert list(done.events) == record.of_plan(plan)
    assert [len(h) for h in done.leaf_hashes] == [32, 32]
    assert all(r.event.words.content is None for r in done.events)


def test_a_plan_is_read_in_the_order_of_the_log_whatever_the_stream(record: Record, plan: UUID):
    """Streams of one plan come mixed, in seq order; another plan's events stay out."""
    stream, other = uuid4(), uuid4()
    record.append([act(agreed(plan, 1), evaluated(plan, stream, 1)), act(agreed(other, 1))])
    record.append([act(evaluated(plan, stream, 2)), act(agreed(plan, 2))])
    assert seqs(record.of_plan(plan)) == [1, 2, 4, 5]
    assert seqs(record.of_stream(stream)) == [2, 4]


def test_the_log_is_read_from_any_position(record: Record, plan: UUID):
    """A follower gets what follows its position, at most so many."""
    record.append([act(*(agreed(plan, v) for v in range(1, 6)))])
    assert seqs(record.after(0, 2)) == [1, 2]
    assert seqs(record.after(3, 10)) == [4, 5]
    assert seqs(record.after(5, 10)) == []


def test_plans_are_listed_in_the_order_of_their_first_event(record: Record):
    """A page starts behind the seq that the page before it ended on."""
    first, second, third = uuid4(), uuid4(), uuid4()
    record.append([act(agreed(first, 1)), act(agreed(second, 1)), act(agreed(first, 2))])
    record.append([act(agreed(third, 1))])
    assert record.plans(0, 2) == [(1, first), (2, second)]
    assert record.plans(2, 2) == [(4, third)]


def test_an_empty_record_has_no_last_moment(record: Record, plan: UUID):
    """And no plans and no events, which is not an error."""
    assert (record.last().seq, record.last().recorded_at) == (0, None)
    assert (record.of_plan(plan), record.plans(0, 9), record.after(0, 9)) == ([], [], [])


def test_the_last_moment_is_that_of_the_last_event(record: Record, plan: UUID):
    """K is clamped to it."""
    record.append([act(agreed(plan, 1), agreed(plan, 2))])
    last = record.of_plan(plan)[-1].stamp
    assert (record.last().seq, record.last().recorded_at) == (last.seq, last.recorded_at)


def test_a_version_that_somebody_took_is_a_conflict_that_says_what_is_there(
    record: Record, plan: UUID
):
    """The second of two who read version 1 is told that 2 is taken."""
    record.append([act(agreed(plan, 1)), act(agreed(plan, 2))])
    (outcome,) = record.append([act(agreed(plan, 2))])
    assert outcome == VersionConflict(plan, 2, head=2)


def test_a_version_that_leaves_a_gap_is_a_conflict(record: Record, plan: UUID):
    """Nothing may stand behind an event that is not there."""
    outcomes = record.append([act(agreed(plan, 1)), act(agreed(plan, 3)), act(agreed(uuid4(), 0))])
    assert outcomes[1] == VersionConflict(plan, 3, head=1)
    assert isinstance(outcomes[2], VersionConflict)


def test_one_conflicting_act_leaves_the_others_alone_and_no_gap(record: Record, plan: UUID):
    """Of several acts in one append, the conflicting one leaves no trace: seq stays gapless."""
    other = uuid4()
    acts = [act(agreed(plan, 1)), act(agreed(other, 1), agreed(plan, 1)), act(agreed(other, 1))]
    outcomes = record.append(acts)
    assert [isinstance(o, Appended) for o in outcomes] == [True, False, True]
    assert seqs(record.after(0, 9)) == [1, 2]
    assert len(record.of_plan(other)) == 1
    assert record.audit() == []


def test_an_append_in_which_everything_conflicts_records_nothing(record: Record, plan: UUID):
    """The end of the log stays where it was."""
    record.append([act(agreed(plan, 1))])
    before = record.last()
    record.append([act(agreed(plan, 1))])
    assert record.last() == before


def test_the_same_act_sent_again_is_recorded_once(record: Record, plan: UUID):
    """Who never got the answer sends the same event ids again, and gets the first outcome."""
    given = act(agreed(plan, 1), agreed(plan, 2))
    assert record.append([given]) == record.append([given])
    assert record.last().seq == 2


def test_what_is_written_beside_an_act_commits_with_it(record: Record, plan: UUID):
    """A follower's tracking row stands if and only if its effects do."""

    def beside(cursor):
        cursor.execute("INSERT INTO store VALUES ('tracking', '7')")

    def failing(cursor):
        beside(cursor)
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        record.append([act(agreed(plan, 1)), act(agreed(plan, 2), beside=failing)])
    assert record.last().seq == 0
    record.append([act(agreed(plan, 1), beside=beside)])
    with pytest.raises(IntegrityError):
        record.append([act(agreed(plan, 2), beside=beside)])
    assert record.last().seq == 1


def test_an_event_id_that_was_used_before_is_refused(record: Record, plan: UUID):
    """Two events with one id are a mistake in the caller, not a conflict."""
    first = agreed(plan, 1)
    record.append([act(first)])
    with pytest.raises(IntegrityError):
        record.append([act(agreed(plan, 2, event_id=first.stamp.event_id))])
    assert record.last().seq == 1


def test_what_could_not_be_read_back_is_never_stored(record: Record, plan: UUID):
    """A wrong type would otherwise make the whole plan unreadable for ever."""
    good = agreed(plan, 1).event
    wrong_core = Agreed(good.item, "tomorrow", good.words, good.reason)  # type: ignore[arg-type]
    naive = NOON.replace(tzinfo=None)
    for bad in (recorded(wrong_core, plan, 1), recorded(good, plan, 1, effective_at=naive)):
        with pytest.raises(UnreadableEventError):
            record.append([act(bad)])
    assert record.last().seq == 0


def test_content_that_came_from_the_record_is_not_sealed_twice(record: Record, plan: UUID):
    """A closed box is no content."""
    record.append([act(agreed(plan, 1))])
    (read,) = record.of_plan(plan)
    with pytest.raises(UnreadableEventError):
        record.append([act(recorded(read.event, plan, 2))])


def test_an_event_that_the_catalogue_lacks_is_refused(record: Record, plan: UUID):
    """What this service could not read back is not its to write."""

    class Stray(Agreed, frozen=True):
        TOPIC = "test.stray"

    event = agreed(plan, 1).event
    stray = Stray(event.item, event.due, event.words, event.reason)
    with pytest.raises(UnknownTopicError, match=r"test\.stray"):
        record.append([act(recorded(stray, plan, 1))])


def test_an_act_without_events_is_a_mistake(record: Record):
    """There would be nothing to keep an answer with."""
    with pytest.raises(ValueError, match="without events"):
        record.append([act()])


def test_the_librarys_own_door_leads_to_the_same_place(record: Record, plan: UUID):
    """``save`` and the notification log give leaves, gapless positions and conflicts too."""
    record.save(agreed(plan, 1))  # type: ignore[arg-type]
    record.save(agreed(plan, 2))  # type: ignore[arg-type]
    with pytest.raises(IntegrityError):
        record.save(agreed(plan, 2))  # type: ignore[arg-type]
    log = record.notification_log.select(start=1, limit=9)
    assert [n.id for n in log] == [1, 2]
    assert record.recorder.max_notification_id() == 2
    assert [e.originator_version for e in record.events.get(plan)] == [1, 2]
    assert record.audit() == []


def test_recorded_at_is_strictly_later_than_before_whatever_the_clock_says(
    record: Record, plan: UUID, clock: Clock
):
    """Set back 24 hours, standing still or jittering: each leaf is later than the last."""
    for version, hours in enumerate((0, -24, -24, 0.5, -0.1, 0), start=1):
        clock.now = NOON + timedelta(hours=hours)
        record.append([act(agreed(plan, version))])
    at = [to_micros(r.stamp.recorded_at) - to_micros(NOON) for r in record.of_plan(plan)]
    half_hour = 30 * 60 * 1_000_000
    assert at == [0, 1, 2, half_hour, half_hour + 1, half_hour + 2]


def test_the_events_of_one_act_are_one_microsecond_apart(record: Record, plan: UUID):
    """So that (recorded_at) orders the whole log, as seq does."""
    record.append([act(agreed(plan, 1), agreed(plan, 2), agreed(plan, 3))])
    at = [r.stamp.recorded_at - NOON for r in record.of_plan(plan)]
    assert at == [timedelta(microseconds=n) for n in range(3)]


def test_an_effect_is_recorded_after_its_cause(record: Record, plan: UUID, clock: Clock):
    """Even when the other service's clock ran ahead: cause + 1 µs at the least."""
    cause = NOON + timedelta(seconds=3)
    record.append([act(agreed(plan, 1), after=cause), act(agreed(plan, 2), after=NOON)])
    first, second = record.of_plan(plan)
    assert first.stamp.recorded_at == cause + timedelta(microseconds=1)
    assert second.stamp.recorded_at > first.stamp.recorded_at


def test_nothing_is_recorded_before_it_happened(record: Record, plan: UUID):
    """The clock of the process that decided may be ahead of that of the database."""
    happened = NOON + timedelta(seconds=2)
    record.append([act(agreed(plan, 1, effective_at=happened), agreed(plan, 2))])
    first, second = record.of_plan(plan)
    assert happened == first.stamp.recorded_at < second.stamp.recorded_at


def test_an_append_without_acts_is_nothing(record: Record):
    """Not an error, and no journey to the database."""
    assert record.append([]) == []


def test_without_a_clock_of_its_own_a_record_takes_the_databases(store: Store, plan: UUID):
    """In microseconds since 1970, close to ours on this machine."""
    with closing(store.open(clock=None)) as record:
        before = datetime.now(UTC) - timedelta(seconds=1)
        record.append([act(agreed(plan, 1))])
        assert before < record.last().recorded_at < datetime.now(UTC) + timedelta(seconds=1)
