"""Every inbox: how far it came, in which history, and where its transport goes on."""

from __future__ import annotations

from uuid import UUID

import msgspec
import pytest

from shared.feed.alarm import Fenced, Gap, Regrown
from shared.feed.delivery import Damaged, Reason
from shared.feed.inbox import Inbox, Taken
from shared.feed.message import Message
from shared.feed.place import Place
from tests.unit.feed.feeds import PLANS, ListSource, batch, feed, message

A, B = UUID(int=71, version=4), UUID(int=72, version=4)


def other(told: Message) -> Message:
    """What a source says at the same place after it was put back and went on."""
    return msgspec.structs.replace(told, event_id=UUID(int=told.seq, version=4))


def test_a_new_inbox_is_nowhere(inbox: Inbox) -> None:
    assert inbox.place("plans") == inbox.place("plans/3") == Place()


def test_the_mark_and_the_hint_are_kept_with_the_position(inbox: Inbox) -> None:
    """A batch that tells no hint leaves the last one; its mark is of its own position."""
    inbox.take("plans", batch([message(1)], mark=A, hint="topic:5"))
    assert inbox.place("plans") == Place(1, A, "topic:5")
    inbox.take("plans", batch([message(2)], after=1, mark=B))
    assert inbox.place("plans") == Place(2, B, "topic:5")
    inbox.take("plans", batch([message(3)], after=2))
    assert inbox.place("plans") == Place(3, None, "topic:5")


def test_a_hint_may_move_alone(inbox: Inbox) -> None:
    """When all that the transport had was known already; but not from another position."""
    inbox.take("plans", batch([message(1), message(2)], mark=A, hint="topic:5"))
    again = batch([message(1)], after=2, hint="topic:6")
    assert inbox.take("plans", again) == Taken(duplicate=1)
    assert inbox.place("plans") == Place(2, A, "topic:6")
    with pytest.raises(Fenced):
        inbox.take("plans", batch([], after=1, hint="topic:7"))


def test_an_alarm_leaves_the_hint_where_it_was(inbox: Inbox) -> None:
    """The transport must come by again; the mark is that of what was taken last."""
    inbox.take("plans", batch([message(1)], mark=A, hint="topic:5"))
    missing = [message(2), message(4, 0, 4)]
    with pytest.raises(Gap):
        inbox.take("plans", batch([*missing], after=1, mark=B, hint="topic:8"))
    assert inbox.place("plans") == Place(3, None, "topic:5")
    with pytest.raises(Gap):
        inbox.take("plans", batch([message(4, 0, 4)], after=3, reached=5, mark=B))
    assert inbox.place("plans") == Place(3, None, "topic:5")


def test_an_alarm_right_behind_a_message_keeps_that_one_s_mark(inbox: Inbox) -> None:
    with pytest.raises(Gap):
        inbox.take("plans", batch([message(1), message(2, 0, 5)], mark=B))
    assert inbox.place("plans").mark == message(1).event_id


def test_another_event_at_the_position_is_another_history(inbox: Inbox) -> None:
    """A source that was put back from a backup and grew past us: nothing of it is taken."""
    sent = feed([0, 1, 0, 1])
    source = ListSource(sent)
    inbox.take("plans", source.read(0, 2))
    source.deliveries[1] = other(sent[1])
    with pytest.raises(Regrown) as alarm:
        inbox.take("plans", source.read(2, 10))
    assert (alarm.value.position, inbox.place("plans").position) == (2, 2)
    assert inbox.of_plan(PLANS[0]) == [sent[0]]
    source.deliveries[1] = sent[1]
    assert inbox.take("plans", source.read(2, 10)).followed == 2


def test_an_unknown_event_at_the_position_is_no_alarm(inbox: Inbox) -> None:
    """One that was kept before marks were, and a source that cannot tell."""
    inbox.take("plans", batch([message(1)]))
    inbox.take("plans", batch([message(2)], after=1, mark=A, before=B))
    assert inbox.take("plans", batch([message(3)], after=2)).followed == 1


def test_another_event_where_one_was_followed_is_another_history(inbox: Inbox) -> None:
    """A topic holds what was published before the source was put back, and what came after."""
    sent = feed([0, 0, 0])
    inbox.take("plans", batch(sent[:2]))
    with pytest.raises(Regrown):
        inbox.take("plans", batch([other(sent[1]), sent[2]]))
    assert inbox.place("plans").position == 2
    assert inbox.take("plans", batch(sent)).followed == 1


def test_another_event_by_another_part_is_another_history(inbox: Inbox) -> None:
    """Its position is new to that part, and its stream's head says that it is not."""
    sent = feed([0, 1, 0])
    inbox.take("plans/1", batch(sent[:1]))
    with pytest.raises(Regrown) as alarm:
        inbox.take("plans/2", batch([other(sent[0]), sent[1]]))
    assert alarm.value.position == 0


def test_two_events_at_one_place_are_another_history(inbox: Inbox) -> None:
    """Which of the two is the source's own, only the source knows."""
    with pytest.raises(Regrown):
        inbox.take("plans", batch([message(1), message(2), other(message(2))]))
    assert inbox.place("plans") == Place()
    assert inbox.digest().rows == 0


def test_another_service_s_message_at_a_place_is_poison_and_no_history(inbox: Inbox) -> None:
    inbox.take("plans", batch([message(1)]))
    foreign = message(1, source="evaluations", event_id=A)
    assert inbox.take("plans", batch([foreign, message(2)])).followed == 1


def test_a_part_goes_on_from_where_the_whole_was_followed_to(inbox: Inbox) -> None:
    """First the whole by feed, then its parts by a broker, which still has all of it."""
    sent = feed([0, 1, 0, 1, 0])
    inbox.take("plans", batch(sent[:3], mark=A))
    assert inbox.place("plans/0") == Place(3, A)
    known_and_new = batch([sent[1], sent[3]], after=3, hint="topic:2")
    assert inbox.take("plans/1", known_and_new) == Taken(followed=1, duplicate=1)
    inbox.take("plans/0", batch([sent[0], sent[2], sent[4]], after=3, hint="topic:3"))
    assert (inbox.place("plans").position, inbox.place("plans/1")) == (3, Place(4, None, "topic:2"))
    assert [m.seq for plan in PLANS for m in inbox.of_plan(plan)] == [1, 3, 5, 2, 4]


def test_a_part_that_is_ahead_stays_there(inbox: Inbox) -> None:
    """And keeps its own hint when the whole gets ahead of it."""
    sent = feed([0, 0, 0])
    inbox.take("plans/0", batch(sent[:2], mark=A, hint="topic:2"))
    inbox.take("plans", batch(sent[:1], mark=B))
    assert inbox.place("plans/0") == Place(2, A, "topic:2")
    inbox.take("plans", batch(sent, after=1, mark=B))
    assert inbox.place("plans/0") == Place(3, B, "topic:2")


def test_the_whole_goes_over_what_its_parts_took_without_effect(inbox: Inbox) -> None:
    """First its parts, then the whole by feed: the streams' heads know what was taken."""
    sent = feed([0, 1, 0, 1, 0])
    inbox.take("plans/0", batch([sent[0], sent[2]]))
    inbox.take("plans/1", batch([sent[1]]))
    assert inbox.place("plans").position == 0
    assert inbox.take("plans", batch(sent)) == Taken(followed=2, duplicate=3)
    assert inbox.digest().rows == 5


def test_parts_of_another_service_have_nothing_to_do_with_it(inbox: Inbox) -> None:
    """Nor those of one whose name begins alike."""
    inbox.take("plans", batch([message(1)]))
    inbox.take("plans-old/1", batch([message(1, source="plans-old")]))
    inbox.empty("plans")
    assert inbox.place("plans-old/1").position == 1


def test_what_a_part_stands_still_on_stays_when_another_goes_on(inbox: Inbox) -> None:
    """Only the whole feed passes every place."""
    unreadable = Damaged(1, Reason.NOT_JSON, b"{")
    with pytest.raises(Exception, match="staat stil"):
        inbox.take("plans/0", batch([unreadable]))
    inbox.take("plans/1", batch([message(5, 1, 1)]))
    assert len(inbox.dead_letters()) == 1
    inbox.take("plans", batch([message(1), message(5, 1, 1)]))
    assert inbox.dead_letters() == []
