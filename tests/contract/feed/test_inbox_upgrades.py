"""Every inbox: a newer version understands more, and misses nothing of what was passed over."""

from __future__ import annotations

from shared.feed.backoff import Backoff
from shared.feed.follower import Follower
from shared.feed.inbox import Inbox
from shared.feed.message import BARE, Message
from shared.feed.verdict import Checks
from tests.contract.feed.conftest import MakeInbox
from tests.contract.feed.memory import MemoryInbox
from tests.unit.feed.feeds import (
    BORING,
    CHECKS,
    NOTED,
    PLANS,
    START,
    ListSource,
    batch,
    message,
    understands,
)

MORE: Checks = {**CHECKS, BORING: lambda message: None}


def of_version(inbox: Inbox, make_inbox: MakeInbox, checks: Checks) -> Inbox:
    """The inbox as a process of a version that understands ``checks`` has it."""
    if isinstance(inbox, MemoryInbox):
        inbox._checks = checks
        return inbox
    return make_inbox(checks=checks)


def follower(source: ListSource, inbox: Inbox) -> Follower:
    """A follower as a process that begins to lead makes it."""
    return Follower(source, inbox, Backoff(lambda: 0.0), lambda: START)


def told(inbox: Inbox) -> list[int]:
    """Which messages are known, in order."""
    return [each.seq for plan in PLANS for each in inbox.of_plan(plan)]


def some(last: int) -> list[Message]:
    """Every second message is of a type that only a newer version understands."""
    return [message(n, type=BORING if n % 2 else NOTED) for n in range(1, last + 1)]


def test_a_newly_understood_type_is_followed_from_the_start(make_inbox: MakeInbox) -> None:
    """Before anything else: not only from now on, and without anybody who asks for it."""
    source = ListSource(some(6))
    old = make_inbox()
    follower(source, old).step()
    assert told(old) == [2, 4, 6]
    new = of_version(old, make_inbox, MORE)
    follower(source, new).step()
    assert told(new) == [1, 2, 3, 4, 5, 6]


def test_nothing_is_followed_anew_without_need(make_inbox: MakeInbox) -> None:
    """A type that never came by, one that is nobody's, and a version that understands less."""
    source = ListSource([message(1), message(2, type=BARE), message(3)])
    inbox = make_inbox()
    follower(source, inbox).step()
    source.deliveries.clear()
    for checks in (MORE, {}, CHECKS):
        of_version(inbox, make_inbox, checks).begin("plans")
        assert told(inbox) == [1, 3]
        assert inbox.place("plans").position == 3


def test_what_an_older_process_passed_over_meanwhile_is_followed_too(
    make_inbox: MakeInbox,
) -> None:
    """During an upgrade the lead goes to and fro; each time whoever gets it begins anew."""
    source = ListSource(some(4))
    inbox = make_inbox()
    for last, checks in ((4, CHECKS), (6, MORE), (9, CHECKS), (9, MORE)):
        source.deliveries = list(some(last))
        inbox = of_version(inbox, make_inbox, checks)
        follower(source, inbox).step()
    assert told(inbox) == list(range(1, 10))
    assert inbox.digest() == inbox.digest("plans")


def test_an_older_version_leaves_what_it_does_not_understand_of_a_newer(
    make_inbox: MakeInbox,
) -> None:
    """It goes on where the newer one was, and forgets nothing."""
    source = ListSource(some(4))
    inbox = of_version(make_inbox(), make_inbox, MORE)
    follower(source, inbox).step()
    old = of_version(inbox, make_inbox, CHECKS)
    follower(source, old).step()
    assert told(old) == [1, 2, 3, 4]


def test_a_part_follows_the_whole_anew(make_inbox: MakeInbox) -> None:
    """What one part passed over stands in the feed of its service."""
    inbox = make_inbox()
    inbox.take("plans/1", batch(some(2), hint="topic:2"))
    new = of_version(inbox, make_inbox, MORE)
    new.begin("plans")
    assert (new.place("plans/1").position, new.place("plans/1").hint) == (0, None)
    new.take("plans", batch(some(2)))
    assert told(new) == [1, 2]


def test_another_service_s_types_are_its_own(make_inbox: MakeInbox) -> None:
    """Only the source that had such a message is followed anew."""
    inbox = make_inbox()
    inbox.take("plans", batch([message(1)]))
    inbox.take("evaluations", batch([message(1, source="evaluations", type=BORING)]))
    new = of_version(inbox, make_inbox, MORE)
    for source in ("plans", "evaluations"):
        new.begin(source)
    assert (new.place("plans").position, new.place("evaluations").position) == (1, 0)


def test_fields_that_were_added_are_kept_for_whoever_understands_them(
    make_inbox: MakeInbox,
) -> None:
    """The older version follows the message without them, and stores it whole."""
    inbox = make_inbox()
    inbox.take("plans", batch([message(1, data={"nummer": 1, "nieuw": True})]))
    assert inbox.of_plan(PLANS[0])[0].data["nieuw"] is True


def test_what_was_refused_before_an_upgrade_is_replayed_after_it(make_inbox: MakeInbox) -> None:
    """A message of a newer shape waits with all that is behind it in its plan; others go on."""

    def newer(each: Message) -> None:
        if "aantal" not in each.data:
            understands(each)

    changed = message(2, 0, 2, data={"aantal": 3})
    inbox = make_inbox()
    inbox.take("plans", batch([message(1), changed, message(3, 1, 1), message(4, 0, 3)]))
    assert told(inbox) == [1, 3]
    new = of_version(inbox, make_inbox, {NOTED: newer})
    assert new.replay(PLANS[0], {}).settled == 2
    assert sorted(told(new)) == [1, 2, 3, 4]
