"""How far a follower is behind on a topic, as an operator asks it."""

from __future__ import annotations

import pytest

from shared.feed.kafka.lag import TopicLag, lag_on_topic
from tests.integration.kafka.line import Line, until
from tests.unit.feed.feeds import message

pytestmark = pytest.mark.real_kafka


def test_what_stands_on_the_topic_and_was_not_taken_is_counted(line: Line):
    """And nothing is, once it has been taken."""
    follower = line.level()
    relaying, _ = line.relay()

    def behind() -> TopicLag:
        return lag_on_topic(line.bootstrap, line.service, line.inbox.place)

    def relayed(first: int, last: int) -> None:
        line.says(*(message(seq=n) for n in range(first, last + 1)))
        relaying.step()

    relayed(1, 3)
    until(lambda: not follower.step() and behind() == TopicLag(position=3, behind=0))
    relayed(4, 8)
    assert behind() == TopicLag(position=3, behind=5)
    until(lambda: not follower.step() and behind() == TopicLag(position=8, behind=0))
