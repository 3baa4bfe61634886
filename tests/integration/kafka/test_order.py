"""A topic on which order or history are not what they were."""

from __future__ import annotations

from uuid import UUID

import msgspec
import pytest

from shared.feed.alarm import Gap, Regrown
from shared.feed.delivery import Delivery
from shared.feed.kafka.record import internal_record
from tests.integration.kafka.line import Line, drain, until
from tests.unit.feed.feeds import PLANS, feed

pytestmark = pytest.mark.real_kafka


def puts(line: Line, *deliveries: Delivery) -> None:
    """Somebody else sends these, in this order."""
    line.publisher().publish([internal_record(line.service, d) for d in deliveries])


def test_a_version_that_comes_too_late_is_an_alarm_until_it_is_there(line: Line) -> None:
    """v3 before v2: nothing is lost in silence, and nobody has to repair it once v2 arrives."""
    following = line.level()
    first, second, third = line.says(*feed([0, 0, 0]))
    puts(line, first, third)
    with pytest.raises(Gap):
        drain(following, lambda: False)
    puts(line, second)
    until_followed(line, following, 3)
    assert line.inbox.of_plan(PLANS[0]) == [first, second, third]


def test_a_message_behind_later_ones_of_other_plans_is_still_followed(line: Line) -> None:
    """As when a producer that was given up still gets something through."""
    following = line.level()
    sent = line.says(*feed([0, 1, 2, 0, 1]))
    puts(line, sent[1], sent[2])
    drain(following, lambda: line.inbox.digest().rows == 2)
    puts(line, *sent)
    drain(following, lambda: line.inbox.digest().rows == 5)
    assert line.inbox.of_plan(PLANS[0]) == [sent[0], sent[3]]


def test_another_event_where_one_was_followed_is_an_alarm(line: Line) -> None:
    """Upstream was put back and grew again: its relay sends what contradicts what we have."""
    following = line.level()
    sent = line.says(*feed([0, 0]))
    puts(line, *sent)
    drain(following, lambda: line.inbox.digest().rows == 2)
    puts(line, msgspec.structs.replace(sent[1], event_id=UUID(int=77, version=4)))
    with pytest.raises(Regrown):
        drain(following, lambda: False)


def until_followed(line: Line, following: object, rows: int) -> None:
    """Steps through alarms until so many are followed."""

    def step() -> bool:
        try:
            following.step()  # type: ignore[attr-defined]
        except Gap:
            return False
        return line.inbox.digest().rows == rows

    until(step)
