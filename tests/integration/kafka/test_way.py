"""The whole way over a real broker: nothing is lost, nothing has its effect twice."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from shared.feed.alarm import Fenced
from shared.feed.kafka.record import Record
from tests.integration.kafka.line import Line, drain
from tests.unit.feed.feeds import PLANS, feed

pytestmark = pytest.mark.real_kafka


def test_what_is_recorded_is_followed(line: Line) -> None:
    """Every message of every plan once and in order, by way of the topic and not of the feed."""
    following = line.level()
    sent = line.says(*feed([0, 1, 2, 0, 1, 2, 0]))
    moving, _ = line.relay()
    assert moving.step() == 7
    drain(following, lambda: line.inbox.digest().rows == 7)
    assert line.inbox.of_plan(PLANS[0]) == [m for m in sent if m.plan_id == PLANS[0]]
    assert line.inbox.place(line.service).position == 0


def test_relaying_again_from_the_start_changes_nothing(line: Line) -> None:
    """Every record is on the topic twice then; the digest is the same."""
    following = line.level()
    line.says(*feed([0, 1, 2, 0]))
    moving, relay = line.relay()
    moving.step()
    drain(following, lambda: line.inbox.digest().rows == 4)
    before = line.inbox.digest()
    relay.restart(line.service)
    line.says(*feed([0, 1, 2, 0, 1])[4:])
    assert moving.step() == 5
    drain(following, lambda: line.inbox.digest().rows == 5)
    assert before != line.inbox.digest()
    assert following.status.error is None


def test_of_two_relays_one_is_fenced_off(line: Line) -> None:
    """What both sent stands on the topic twice and is followed once."""
    following = line.level()
    line.says(*feed([0, 1, 0]))
    first, _ = line.relay()
    second_publisher = Meanwhile(line, first.step)
    second, _ = line.relay(second_publisher)
    with pytest.raises(Fenced):
        second.step()
    drain(following, lambda: line.inbox.digest().rows == 3)
    assert line.places.place(line.service).position == 3


class Meanwhile:
    """Publishes, and lets something else happen before that is noted."""

    def __init__(self, line: Line, what: object) -> None:
        self._publisher, self._what = line.publisher(), what

    def publish(self, records: Sequence[Record]) -> None:
        self._publisher.publish(records)
        self._what()  # type: ignore[operator]


class Dies(Exception):
    """The process is gone."""


def test_a_relay_that_dies_after_sending_sends_again(line: Line) -> None:
    """It died between the acknowledgement and the note of it: twice on the topic, once followed."""

    def die() -> None:
        raise Dies

    following = line.level()
    line.says(*feed([0, 1, 0]))
    dying, _ = line.relay(Meanwhile(line, die))
    with pytest.raises(Dies):
        dying.step()
    assert line.places.place(line.service).position == 0
    line.relay()[0].step()
    drain(following, lambda: line.inbox.digest().rows == 3)


def test_a_follower_that_starts_again_goes_on_where_its_inbox_is(line: Line) -> None:
    """By its hint: the feed itself is not asked."""
    following = line.level()
    line.says(*feed([0, 1, 2, 0, 1]))
    moving, _ = line.relay()
    moving.step()
    drain(following, lambda: line.inbox.digest().rows == 5)
    following.close()
    line.says(*feed([0, 1, 2, 0, 1, 2, 2, 1, 0])[5:])
    moving.step()
    again = line.follower()
    drain(again, lambda: line.inbox.digest().rows == 9)
