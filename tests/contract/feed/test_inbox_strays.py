"""Every inbox: a record that has no place in the feed is met once, and loses nothing."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.feed.alarm import Gap, Keyless
from shared.feed.delivery import Damaged, Reason
from shared.feed.inbox import Inbox, Replayed, Taken
from shared.feed.replay import Replay
from tests.unit.feed.feeds import PLANS, ListSource, batch, message


def stray(number: int, plan_id: UUID | None = PLANS[0]) -> Damaged:
    """A record on a topic that says nothing about where it belongs."""
    return Damaged(-number, Reason.NOT_A_MESSAGE, b"rommel", plan_id)


def test_it_is_parked_in_the_order_of_arrival(inbox: Inbox) -> None:
    """What arrived before it is followed, what comes behind it of the same plan waits."""
    sent = [message(2, 0, 2), message(1), stray(7), message(3), message(4, 1, 1)]
    assert inbox.take("plans", batch(sent)) == Taken(followed=3, parked=2)
    assert [m.seq for m in inbox.of_plan(PLANS[0])] == [1, 2]
    assert [letter.position for letter in inbox.dead_letters()] == [-7, 3]


def test_it_is_parked_without_any_news(inbox: Inbox) -> None:
    assert inbox.take("plans", batch([stray(1)], hint="topic:1")).parked == 1
    assert (inbox.place("plans").position, inbox.place("plans").hint) == (0, "topic:1")


def test_it_is_parked_once(inbox: Inbox) -> None:
    """Twice in a batch, and again when the transport comes by again."""
    assert inbox.take("plans", batch([stray(1), stray(1)])) == Taken(parked=1, duplicate=1)
    assert inbox.take("plans", batch([stray(1)])) == Taken(duplicate=1)
    (letter,) = inbox.dead_letters()
    assert (letter.attempts, letter.plan_id) == (1, PLANS[0])


def test_replay_settles_it_and_takes_what_waited(inbox: Inbox) -> None:
    """Nothing upstream corresponds with it, so nothing is asked; met again, it has no effect."""
    source = ListSource([message(1), message(2)])
    inbox.take("plans", batch([stray(1), *source.deliveries]))
    assert Replay(inbox, {"plans": source})(PLANS[0]) == Replayed(settled=3)
    assert inbox.take("plans", batch([stray(1), message(3)], after=2)) == Taken(
        followed=1, duplicate=1
    )


def test_one_that_was_ours_shows_as_a_gap(inbox: Inbox) -> None:
    """A message that lost its place on the way is missed by the next of its stream."""
    inbox.take("plans", batch([message(1), stray(1), message(3, 0, 3)]))
    assert inbox.replay(PLANS[0], {}) == Replayed(1, 1, Reason.GAP)
    with pytest.raises(Gap):
        inbox.take("plans", batch([message(5, 1, 2)], after=3))


def test_one_of_nobody_knows_which_plan_stops_the_source(inbox: Inbox) -> None:
    """Where it arrived: all before it was taken, and it is met again each time."""
    sent = batch([message(1), stray(1, None), message(2)], hint="topic:3")
    for _ in range(2):
        with pytest.raises(Keyless) as alarm:
            inbox.take("plans/0", sent)
        assert alarm.value.position == inbox.place("plans/0").position == 1
        sent = batch([stray(1, None), message(2)], after=1, hint="topic:3")
    assert inbox.place("plans/0").hint is None
    (letter,) = inbox.dead_letters()
    assert letter.attempts == 2


@pytest.mark.parametrize("rebuild", [False, True])
def test_following_the_whole_feed_gets_past_it(inbox: Inbox, rebuild: bool) -> None:
    """The service's own feed has everything that is the service's, so nothing was lost."""
    with pytest.raises(Keyless):
        inbox.take("plans/0", batch([stray(1, None), message(1)]))
    if rebuild:
        inbox.empty("plans")
    inbox.take("plans", batch([message(1)]))
    assert inbox.dead_letters() == []
    again = batch([stray(1, None), message(1), message(2)], after=1)
    assert inbox.take("plans/0", again) == Taken(followed=1, duplicate=2)


def test_emptying_does_not_bring_it_back(inbox: Inbox) -> None:
    """After a rebuild the topic is read from its start, and would hold up the plan again."""
    inbox.take("plans", batch([stray(1), message(1)]))
    inbox.empty("plans")
    assert inbox.dead_letters() == []
    assert inbox.take("plans", batch([stray(1), message(1)])) == Taken(followed=1, duplicate=1)
