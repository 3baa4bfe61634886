"""From record to delivery: whatever stands on a topic, nothing is raised and nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.feed.cloudevents import to_wire
from shared.feed.delivery import Damaged, is_stray
from shared.feed.kafka.hint import Hint, read_hint
from shared.feed.kafka.reading import delivery_of
from shared.feed.kafka.source import MOST_HELD, KafkaSource
from shared.feed.kafka.topic import Topic
from tests.unit.feed.feeds import PLANS, feed, message

TOPIC = Topic("vangnet.plans.internal.v1", UUID(int=9), 2)
KEY = str(PLANS[0]).encode()
STRUCTURED = ("content-type", b"application/cloudevents+json")


@dataclass
class Found:
    """A record as a consumer gives it."""

    key: bytes | None = KEY
    value: bytes | None = b"{"
    headers: tuple[tuple[str, bytes | None], ...] = (STRUCTURED,)
    offset: int = 0
    partition: int = 0
    topic: str = TOPIC.name


def test_what_cannot_be_read_stands_where_its_header_says() -> None:
    """So that a replay finds it in the feed itself."""
    found = delivery_of(Found(headers=(STRUCTURED, ("seq", b"7"))), TOPIC.id)
    assert isinstance(found, Damaged)
    assert (found.position, found.plan_id) == (7, PLANS[0])


@pytest.mark.parametrize("seq", [b"", b"0", b"-3", b"1e3", b"\xff", b"9" * 19, "٣".encode(), None])
def test_without_a_legible_place_it_is_a_stray(seq: bytes | None) -> None:
    """The same one each time it is read, and another one than its neighbour."""
    read = [
        delivery_of(Found(headers=(STRUCTURED, ("seq", seq)), offset=at), TOPIC.id).position
        for at in (0, 0, 1)
    ]
    assert all(is_stray(position) for position in read)
    assert read[0] == read[1] != read[2]


@given(
    st.one_of(st.none(), st.binary(max_size=50)),
    st.one_of(st.none(), st.binary(max_size=200)),
    st.lists(st.tuples(st.text(max_size=20), st.one_of(st.none(), st.binary(max_size=20)))),
)
def test_nothing_on_a_topic_makes_it_fall_over(
    key: bytes | None, value: bytes | None, headers: list[tuple[str, bytes | None]]
) -> None:
    delivery_of(Found(key, value, tuple(headers)), TOPIC.id)


def test_a_hint_reads_back_and_nothing_else_does() -> None:
    hint = Hint(UUID(int=5), 12)
    assert read_hint(str(hint)) == hint
    assert [read_hint(text) for text in (None, "", "12", f"{hint}0000000000000000000")] == [
        None
    ] * 4


def held(hint: list[str | None], count: int) -> KafkaSource:
    """A partition from which so many records were polled; ``hint`` is what the inbox has."""
    source = KafkaSource("plans", TOPIC, 1, 100, lambda name: hint[0])
    sent = feed([0] * count)
    records = [Found(value=to_wire(m, "plans"), offset=99 + m.seq) for m in sent]
    source.arrived(records, end=100 + count)
    return source


def test_a_part_hands_over_again_what_the_inbox_has_not_taken() -> None:
    """It forgets a record when the inbox's own hint has passed it, and not before."""
    hint: list[str | None] = [None]
    source = held(hint, 3)
    first = source.read(0, 2)
    assert source.read(0, 2) == first
    assert (source.name, first.reached, first.last) == ("plans/1", 2, 3)
    assert first.mark == message(2).event_id
    hint[0] = first.hint
    assert [d.position for d in source.read(2, 2).deliveries] == [3]


def test_a_full_part_is_polled_no_more() -> None:
    """Until something was taken: a partition that stands still does not fill the memory."""
    hint: list[str | None] = [None]
    source = held(hint, MOST_HELD)
    assert source.full
    hint[0] = source.read(0, 10).hint
    source.read(10, 10)
    assert not source.full
