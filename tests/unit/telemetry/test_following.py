"""What a follower tells of itself beyond its position."""

from collections.abc import Iterator
from contextlib import suppress

import msgspec
import pytest
from opentelemetry.trace import SpanKind, format_trace_id

from shared.feed.backoff import Backoff
from shared.feed.delivery import Batch
from shared.feed.follower import Follower
from shared.feed.message import Message
from shared.feed.ports import NoProjection
from shared.telemetry.following import FollowerWatch
from tests.contract.feed.memory import MemoryInbox
from tests.unit.feed.feeds import CHECKS, START, ListSource, feed, message
from tests.unit.telemetry.spans import Spans, texts

TRACE = "0af7651916cd43dd8448eb211c80319c"


@pytest.fixture
def spans() -> Iterator[Spans]:
    """Spans of one test."""
    made = Spans()
    yield made
    made.tracing.close()


@pytest.fixture
def watch(spans: Spans) -> FollowerWatch:
    """What looks on while notifications follows plans."""
    return spans.telemetry.following("notifications", "plans")


def traced(told: Message) -> Message:
    """The message as its source sends it when the act was traced."""
    return msgspec.structs.replace(told, traceparent=f"00-{TRACE}-b7ad6b7169203331-01")


def threads(spans: Spans) -> list[dict[str, str]]:
    """The threads of which it is shown when they last moved."""
    return [s.labels for family in spans.telemetry.pulses.collect() for s in family.samples]


def test_it_is_behind_since_the_oldest_message_that_was_not_taken(watch: FollowerWatch):
    """In seconds that is the age of that message; when level there is none."""
    first, second = feed([0, 0])
    with suppress(ZeroDivisionError), watch.taking(Batch(0, 2, 2, [first, second])):
        raise ZeroDivisionError
    assert watch.waiting_since == first.recorded_at
    with watch.taking(Batch(0, 1, 2, [first])):
        pass
    assert watch.waiting_since == first.recorded_at
    with watch.taking(Batch(1, 2, 2, [second])):
        pass
    assert watch.waiting_since is None


def test_a_message_of_a_traced_act_is_followed_in_the_trace_of_that_act(
    spans: Spans, watch: FollowerWatch
):
    """And one of an act that nobody traced begins none."""
    told = [traced(message(1)), message(2)]
    with watch.taking(Batch(0, 2, 2, told)):
        assert spans.all == []
    (span,) = spans.all
    assert (span.name, span.kind) == (f"follow {told[0].type}", SpanKind.CONSUMER)
    assert format_trace_id(span.context.trace_id) == TRACE
    assert dict(span.attributes or {}) == {
        "vangnet.service": "notifications",
        "vangnet.source": "plans",
    }
    assert not any(str(told[0].plan_id) in text for text in texts(spans.all))


def test_what_was_not_taken_is_not_told_of(spans: Spans, watch: FollowerWatch):
    """It comes again, and is told of then."""
    with suppress(ZeroDivisionError), watch.taking(Batch(0, 1, 1, [traced(message(1))])):
        raise ZeroDivisionError
    assert spans.all == []


class Broken(ListSource):
    """A source that cannot be reached."""

    def read(self, after: int, limit: int) -> Batch:
        """Fails."""
        raise ConnectionError


def test_failures_are_counted_and_a_source_that_answers_is_heard(watch: FollowerWatch):
    """Silence and failures are two things to look at."""
    inbox, backoff = MemoryInbox(NoProjection(), CHECKS), Backoff(lambda: 0.0)
    broken = Follower(Broken([]), inbox, backoff, lambda: START, watch=watch)
    for _ in range(2):
        broken.attempt(0.0)
    assert (watch.errors, watch.silent_for()) == (2, None)
    Follower(ListSource(feed([0])), inbox, backoff, lambda: START, watch=watch).attempt(0.0)
    assert watch.errors == 2
    assert watch.silent_for() is not None


def test_a_thread_is_missed_from_its_first_step_until_it_is_stopped(
    spans: Spans, watch: FollowerWatch
):
    """One that hangs in between is seen: its last step gets older."""
    assert threads(spans) == []
    watch.stepped()
    assert threads(spans) == [{"service": "notifications", "thread": "follow plans"}]
    watch.stopped()
    assert threads(spans) == []


def test_the_parts_of_a_feed_share_a_pulse(spans: Spans):
    """They are followed by one thread."""
    for part in ("plans/0", "plans/1"):
        spans.telemetry.following("notifications", part).stepped()
    assert threads(spans) == [{"service": "notifications", "thread": "follow plans"}]
