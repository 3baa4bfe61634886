"""What operators do holds over a real broker too."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.feed.alarm import Regrown
from shared.feed.ports import NoProjection
from shared.feed.rebuild import Rebuild
from tests.contract.feed.memory import MemoryInbox
from tests.integration.kafka.conftest import left_sockets as left_sockets
from tests.integration.kafka.conftest import line as line
from tests.integration.kafka.line import Line, drain
from tests.unit.feed.feeds import BORING, CHECKS, PLANS, feed, message

pytestmark = pytest.mark.real_kafka


def test_a_newly_understood_type_is_fetched_from_the_feed_itself(line: Line) -> None:
    """The topic was read past it; after that, following goes on over Kafka."""
    following = line.level()
    line.says(message(1), message(2, type=BORING), message(3))
    moving, _ = line.relay()
    moving.step()
    drain(following, lambda: line.inbox.digest().rows == 2)
    following.close()
    line.inbox._checks = {**CHECKS, BORING: lambda each: None}
    upgraded = line.level()
    assert [m.seq for m in line.inbox.of_plan(PLANS[0])] == [1, 2, 3]
    line.says(message(4, type=BORING))
    moving.step()
    drain(upgraded, lambda: line.inbox.digest().rows == 4)


def test_a_service_that_was_put_back_is_noticed_and_a_rebuild_sets_it_right(line: Line) -> None:
    """The relay, put back with it, publishes other events at places that were followed."""
    following = line.level()
    line.says(*feed([0] * 5))
    moving, relay = line.relay()
    moving.step()
    drain(following, lambda: line.inbox.digest().rows == 5)
    lost = line.upstream.deliveries[3:]
    del line.upstream.deliveries[3:]
    line.says(*(message(n, event_id=UUID(int=9000 + n, version=4)) for n in (4, 5, 6)))
    relay.restart(line.service)
    moving.step()
    with pytest.raises(Regrown):
        drain(following, lambda: False, seconds=20)
    assert [m.event_id for m in line.inbox.of_plan(PLANS[0])][3:] == [m.event_id for m in lost]
    following.close()
    for inbox in (line.inbox, fresh := MemoryInbox(NoProjection(), CHECKS)):
        for _ in Rebuild(line.upstream, inbox).run():
            pass
    again = line.level()
    assert line.inbox.digest() == fresh.digest()
    assert fresh.digest().rows == 6
    line.says(message(7))
    moving.step()
    drain(again, lambda: line.inbox.digest().rows == 7)
