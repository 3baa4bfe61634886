"""Every inbox: each message has its effect once, in its stream's order, or there is an alarm."""

from __future__ import annotations

from uuid import UUID

import pytest

from shared.feed.alarm import Fenced, Gap, Keyless
from shared.feed.delivery import Damaged, Reason
from shared.feed.inbox import Inbox, Taken
from shared.feed.message import BARE
from tests.unit.feed.feeds import BORING, PLANS, ListSource, batch, feed, message


def test_a_new_inbox_has_nothing(inbox: Inbox) -> None:
    assert inbox.place("plans").position == 0
    assert inbox.of_plan(PLANS[0]) == []
    assert inbox.dead_letters() == []
    assert inbox.digest().rows == 0


def test_what_was_taken_is_there(inbox: Inbox) -> None:
    """All fields come back, of the plan that was asked for, in the feed's order."""
    sent = feed([0, 1, 0, 0])
    assert inbox.take("plans", batch(sent)) == Taken(followed=4)
    assert inbox.of_plan(PLANS[0]) == [sent[0], sent[2], sent[3]]
    assert inbox.place("plans").position == 4


def test_holes_in_the_feed_are_passed(inbox: Inbox) -> None:
    """Positions may have holes, and a source may have read on past its last delivery."""
    sent = [message(3, version=1), message(8, version=2)]
    inbox.take("plans", batch(sent, reached=11))
    assert inbox.place("plans").position == 11


def test_what_a_batch_did_not_reach_is_left(inbox: Inbox) -> None:
    """It comes again, whole, with the next batch."""
    sent = feed([0, 0])
    assert inbox.take("plans", batch(sent, reached=1)).followed == 1
    assert inbox.take("plans", batch(sent, after=1)).followed == 1


def test_what_is_of_no_interest_only_moves_the_stream_on(inbox: Inbox) -> None:
    """Unknown types and bare messages are no poison, and leave no gap."""
    sent = [message(1, type=BORING), message(2, type=BARE, data={}), message(3)]
    assert inbox.take("plans", batch(sent)) == Taken(followed=1, ignored=2)
    assert inbox.of_plan(PLANS[0]) == [sent[2]]


def test_a_batch_that_was_taken_is_fenced_off(inbox: Inbox) -> None:
    """A second follower comes too late, and a redelivered batch has no effect."""
    sent = batch(feed([0, 1]))
    inbox.take("plans", sent)
    before = inbox.digest()
    with pytest.raises(Fenced):
        inbox.take("plans", sent)
    assert (inbox.digest(), inbox.place("plans").position) == (before, 2)


def test_a_batch_from_before_a_rebuild_is_fenced_off(inbox: Inbox) -> None:
    """A follower that read on from a position that is gone would skip all before it."""
    sent = feed([0, 1, 2])
    inbox.take("plans", batch(sent[:2]))
    inbox.empty("plans")
    with pytest.raises(Fenced):
        inbox.take("plans", batch(sent[2:], after=2))
    assert inbox.place("plans").position == 0


def test_an_overlapping_batch_adds_what_is_new(inbox: Inbox) -> None:
    sent = feed([0, 0, 0])
    inbox.take("plans", batch(sent[:2]))
    assert inbox.take("plans", batch(sent)) == Taken(followed=1, duplicate=2)
    assert inbox.of_plan(PLANS[0]) == sent


def test_a_message_sent_again_at_a_later_position_is_a_duplicate(inbox: Inbox) -> None:
    """Its stream's head knows it, where the position does not."""
    inbox.take("plans", batch([message(1), message(2)]))
    again = message(3, version=2)
    assert inbox.take("plans", batch([again], after=2)) == Taken(duplicate=1)


def test_another_part_of_the_same_feed_is_known_by_its_heads(inbox: Inbox) -> None:
    """Going over from one part to another redelivers everything, without effect."""
    sent = feed([0, 0])
    inbox.take("plans/1", batch(sent))
    assert inbox.take("plans/3", batch(sent)) == Taken(duplicate=2)
    assert inbox.place("plans/3").position == 2
    inbox.empty("plans")
    assert inbox.place("plans/3").position == 0


def test_two_services_do_not_mix(inbox: Inbox) -> None:
    """The same positions and streams of another service are other messages."""
    other = message(1, source="evaluations")
    inbox.take("plans", batch([message(1)]))
    inbox.take("evaluations", batch([other]))
    assert inbox.of_plan(PLANS[0]) == [other, message(1)]
    inbox.empty("plans")
    assert inbox.of_plan(PLANS[0]) == [other]
    assert inbox.place("evaluations").position == 1


def test_what_is_newest_of_a_plan_changes_with_whatever_is_followed_or_forgotten(
    inbox: Inbox,
) -> None:
    """Per service, and of this plan alone: whoever keeps what was read, sees that there is more."""
    assert inbox.newest(PLANS[0]) == (0, [])
    sent = feed([0, 1, 0])
    inbox.take("plans", batch(sent))
    assert inbox.newest(PLANS[0]) == (2, [sent[2]])
    other = message(1, source="evaluations")
    inbox.take("evaluations", batch([other]))
    assert inbox.newest(PLANS[0]) == (3, [other, sent[2]])
    assert inbox.newest(PLANS[1]) == (1, [sent[1]])
    inbox.forget_plan(PLANS[0])
    assert inbox.newest(PLANS[0]) == (0, [])
    assert inbox.newest(PLANS[1]) == (1, [sent[1]])


def test_a_gap_stops_the_source(inbox: Inbox) -> None:
    """What stands before it is kept, nothing after it is taken, and it goes on once repaired."""
    sent = feed([0, 1, 0, 0, 1])
    source = ListSource([sent[0], sent[1], sent[3], sent[4]])
    for _ in range(2):
        with pytest.raises(Gap) as alarm:
            inbox.take("plans", source.read(inbox.place("plans").position, 10))
        assert alarm.value.position == inbox.place("plans").position == 3
    assert inbox.of_plan(PLANS[0]) == [sent[0]]
    inbox.empty("plans")
    inbox.take("plans", batch(sent))
    assert inbox.of_plan(PLANS[0]) == [sent[0], sent[2], sent[3]]


def test_a_stream_that_does_not_begin_at_its_beginning_is_a_gap(inbox: Inbox) -> None:
    with pytest.raises(Gap):
        inbox.take("plans", batch([message(1, version=2)]))


def test_a_damaged_delivery_may_not_hide_a_gap(inbox: Inbox) -> None:
    """Parking it would put off the alarm until somebody replays it."""
    damaged = Damaged(5, Reason.UNTRANSLATABLE, b"", PLANS[0], PLANS[0], 3)
    with pytest.raises(Gap):
        inbox.take("plans", batch([message(1), damaged]))


def test_an_unreadable_message_of_nobody_knows_whom_stops_the_source(inbox: Inbox) -> None:
    """It is kept once, for who must find out; nothing passes it until it can be read."""
    source = ListSource([message(1), Damaged(2, Reason.NOT_JSON, b"{"), message(3, 1, 1)])
    for _ in range(3):
        with pytest.raises(Keyless):
            inbox.take("plans", source.read(inbox.place("plans").position, 10))
    (letter,) = inbox.dead_letters()
    assert (letter.plan_id, letter.position, letter.attempts) == (None, 2, 3)
    assert inbox.place("plans").position == 1
    source.deliveries[1] = message(2)
    inbox.take("plans", source.read(1, 10))
    assert inbox.place("plans").position == 3
    assert inbox.dead_letters() == []


def test_streams_of_one_plan_have_their_own_versions(inbox: Inbox) -> None:
    """An evaluation's stream begins at 1, in the middle of its plan's."""
    stream = UUID(int=99, version=4)
    sent = [message(1), message(2), message(3, version=1, stream_id=stream), message(4, version=3)]
    assert inbox.take("plans", batch(sent)) == Taken(followed=4)
    assert inbox.of_plan(PLANS[0]) == sent


def test_it_tells_the_heads_of_the_streams_that_it_is_asked_for(inbox: Inbox) -> None:
    """Also of one that it never heard of, and of one whose last message said nothing."""
    inbox.take("plans", batch([message(1), message(2), message(3, 1, 1)]))
    heads = inbox.heads("plans", {PLANS[0], PLANS[1], PLANS[2]})
    assert heads == {PLANS[0]: 2, PLANS[1]: 1, PLANS[2]: 0}
    assert inbox.heads("evaluations", {PLANS[0]}) == {PLANS[0]: 0}
    assert inbox.heads("plans", set()) == {}


def test_behind_a_parked_message_a_stream_has_not_gone_on(inbox: Inbox) -> None:
    """What waits in a letter was not followed, nor what waits behind it."""
    inbox.take("plans", batch([message(1), message(2, data={}), message(3)]))
    assert inbox.heads("plans", {PLANS[0]}) == {PLANS[0]: 1}
