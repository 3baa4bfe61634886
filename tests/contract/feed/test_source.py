"""Every source: the same feed, whatever carries it. A new transport adds itself to the fixture."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import msgspec
import pytest

from shared.feed.alarm import Regrown
from shared.feed.cloudevents import from_cloudevent, to_cloudevent
from shared.feed.delivery import Damaged
from shared.feed.inbox import Inbox, Taken
from shared.feed.local import LocalSource
from shared.feed.message import BARE, Message
from shared.feed.source import Source, service_of
from tests.contract.feed.over_http import over_http
from tests.contract.feed.over_topic import OverTopic
from tests.unit.feed.feeds import NOTED, PLANS, START
from tests.unit.feed.record import Chosen, ListRecord, Noted, publish, recorded

MakeSource = Callable[[ListRecord], Source]


WHOLE, PART = ["local", "http"], ["topic"]


@pytest.fixture(params=WHOLE)
def make_source(request: pytest.FixtureRequest) -> Iterator[MakeSource]:
    """Makes the feed of the service ``plans`` with this record.

    A part of a topic knows neither where the whole feed ends nor what its source has where it is
    read on: the tests of that are for the feeds themselves.
    """
    with ExitStack() as stack:
        yield {
            "local": lambda record: LocalSource("plans", record.after, record.last, publish),
            "topic": OverTopic,
            "http": lambda record: stack.enter_context(over_http(record)),
        }[request.param]


@pytest.fixture
def record() -> ListRecord:
    """A hole in the positions at 3; 4 is kept to itself; 5 cannot be translated."""
    events = [Noted(1), Noted(2), Chosen(4), Noted(-5), Noted(6)]
    return ListRecord(
        [recorded(seq, event) for seq, event in zip([1, 2, 4, 5, 6], events, strict=True)]
    )


anywhere = pytest.mark.parametrize("make_source", WHOLE + PART, indirect=True)


@anywhere
def test_it_reads_in_order_up_to_a_limit(make_source: MakeSource, record: ListRecord) -> None:
    source = make_source(record)
    first = source.read(0, 2)
    assert (first.after, first.reached) == (0, 2)
    rest = source.read(first.reached, 10)
    assert [d.position for d in [*first.deliveries, *rest.deliveries]] == [1, 2, 4, 5, 6]
    assert (rest.after, rest.reached, rest.last) == (2, 6, 6)


def test_it_tells_where_it_ends(make_source: MakeSource, record: ListRecord) -> None:
    """Also when it gives no more than was asked for."""
    assert make_source(record).read(0, 2).last == 6


@anywhere
def test_reading_again_gives_the_same(make_source: MakeSource, record: ListRecord) -> None:
    source = make_source(record)
    assert source.read(1, 3) == source.read(1, 3)


def test_nothing_new_stays_where_it_is(make_source: MakeSource, record: ListRecord) -> None:
    """At the end, in an empty feed, and past the end of one that was put back."""
    at_end = make_source(record).read(6, 10)
    assert (at_end.reached, at_end.last, list(at_end.deliveries)) == (6, 6, [])
    empty = make_source(ListRecord([])).read(0, 10)
    assert (empty.reached, empty.last) == (0, 0)
    assert make_source(record).read(99, 10).last == 6


@anywhere
def test_a_message_says_what_was_published(make_source: MakeSource, record: ListRecord) -> None:
    """Its data are JSON values on every transport, and it goes over the wire unchanged."""
    (first,) = make_source(record).read(0, 1).deliveries
    assert isinstance(first, Message)
    assert (first.source, first.type, first.id) == ("plans", NOTED, f"{PLANS[0]}.1")
    assert first.data["plan"] == str(PLANS[0])
    assert json.loads(json.dumps(first.data)) == first.data
    assert from_cloudevent(to_cloudevent(first)) == first


@anywhere
def test_what_is_not_published_says_nothing(make_source: MakeSource, record: ListRecord) -> None:
    """Only that the stream went on: not what happened, nor when."""
    (bare,) = make_source(record).read(2, 1).deliveries
    assert isinstance(bare, Message)
    assert (bare.type, bare.data, bare.version) == (BARE, {}, 4)
    assert bare.effective_at == bare.recorded_at > START


@anywhere
def test_what_cannot_be_told_is_damaged(make_source: MakeSource, record: ListRecord) -> None:
    """With its plan, so that no other plan waits for it."""
    (damaged,) = make_source(record).read(4, 1).deliveries
    assert isinstance(damaged, Damaged)
    assert (damaged.position, damaged.plan_id) == (5, PLANS[0])


def test_it_tells_which_event_stands_where_it_was_read_from_and_to(
    make_source: MakeSource, record: ListRecord
) -> None:
    """So that its reader notices when it was put back and grew past what was read."""
    source = make_source(record)
    ids = {r.stamp.seq: r.stamp.event_id for r in record.events}
    first, rest, end = source.read(0, 2), source.read(2, 3), source.read(6, 10)
    assert (first.before, first.mark) == (None, ids[2])
    assert (rest.before, rest.mark, rest.reached) == (ids[2], ids[6], 6)
    assert (end.before, end.mark) == (ids[6], ids[6])
    hole, past = source.read(3, 1), source.read(99, 10)
    assert (hole.before, hole.mark, past.before, past.mark) == (None, ids[4], None, None)


def test_one_that_was_put_back_and_grew_is_noticed(
    make_source: MakeSource, record: ListRecord, inbox: Inbox
) -> None:
    source = make_source(record)
    inbox.take("plans", source.read(0, 2))
    record.events[1] = recorded(2, Noted(2), plan=1, version=1)
    record.events[1] = msgspec.structs.replace(
        record.events[1], stamp=msgspec.structs.replace(record.events[1].stamp, event_id=PLANS[2])
    )
    with pytest.raises(Regrown):
        inbox.take("plans", source.read(2, 10))


@anywhere
def test_an_inbox_follows_it(make_source: MakeSource, inbox: Inbox) -> None:
    """The whole way: published, kept to itself, damaged, parked behind."""
    events = [recorded(1, Noted(1)), recorded(2, Chosen(2)), recorded(3, Noted(3))]
    events += [recorded(4, Noted(-4)), recorded(5, Noted(5)), recorded(7, Noted(7), 1, 1)]
    source = make_source(ListRecord(events))
    assert inbox.take(source.name, source.read(0, 10)) == Taken(followed=3, ignored=1, parked=2)
    assert [m.version for m in inbox.of_plan(PLANS[0])] == [1, 3]


def test_a_part_of_a_feed_belongs_to_its_service() -> None:
    assert service_of("plans") == service_of("plans/3") == "plans"
