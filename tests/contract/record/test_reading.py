"""Reading a part of a plan: a page at a time, some topics only, one event."""

from __future__ import annotations

from uuid import UUID, uuid4

from shared.record.histories import SiftedHistories
from shared.record.record import Record
from tests.contract.record.family import Agreed, Evaluated, act, agreed, evaluated


def test_a_plan_is_read_page_by_page_as_it_is_read_whole(record: Record, plan: UUID) -> None:
    """Whatever the sizes of the pages, and whatever stands between them of other plans."""
    for version in range(1, 121):
        record.append([act(agreed(plan, version)), act(agreed(uuid4(), 1))])
    assert list(record.paged(plan)) == record.of_plan(plan)
    assert list(record.paged(uuid4())) == []


def test_events_of_some_topics_are_read_without_the_others(record: Record, plan: UUID) -> None:
    """In order, after a position, of one plan."""
    stream = uuid4()
    record.append([act(agreed(plan, 1), evaluated(plan, stream, 1)), act(agreed(uuid4(), 1))])
    record.append([act(agreed(plan, 2), evaluated(plan, stream, 2))])
    whole = record.of_plan(plan)
    topics = (Agreed.TOPIC, Evaluated.TOPIC)
    assert record.of_plan_topics(plan, 0, topics[:1]) == [whole[0], whole[2]]
    assert record.of_plan_topics(plan, 1, topics[:1]) == [whole[2]]
    assert record.of_plan_topics(plan, 0, topics) == whole


def test_one_event_is_found_by_its_id(record: Record, plan: UUID) -> None:
    """Of whatever plan; None when there is none."""
    record.append([act(agreed(plan, 1), agreed(plan, 2))])
    (first, _) = record.of_plan(plan)
    assert record.of_event(first.stamp.event_id) == first
    assert record.of_event(uuid4()) is None


def test_what_was_sifted_is_kept_and_grows_with_the_record(record: Record, plan: UUID) -> None:
    """Nothing is read twice, nothing new is missed, and what was erased is read again."""
    asked: list[int] = []

    def of_topics(plan_id: UUID, after: int) -> list:
        asked.append(after)
        return record.of_plan_topics(plan_id, after, (Agreed.TOPIC,))

    sifted = SiftedHistories(of_topics, record.of_event, lambda: record.last().seq)
    assert sifted.of(plan) == ()
    record.append([act(agreed(plan, 1))])
    assert sifted.of(plan) == sifted.of(plan) == tuple(record.of_plan(plan))
    record.append([act(agreed(uuid4(), 1)), act(agreed(plan, 2))])
    assert sifted.of(plan) == tuple(record.of_plan(plan))
    assert asked == [0, 1]
    record.keys.destroy_plan(plan)
    assert sifted.of(plan) == tuple(record.of_plan(plan))
