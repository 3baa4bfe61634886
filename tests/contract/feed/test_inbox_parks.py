"""Every inbox: poison holds up its own plan, once, and no other."""

from __future__ import annotations

import msgspec
import pytest

from shared.feed.cloudevents import MOST_BYTES, delivered, to_cloudevent
from shared.feed.delivery import Batch, Damaged, Delivery, Reason
from shared.feed.inbox import Inbox, Replayed, Taken
from shared.feed.letter import LetterState
from shared.feed.message import Message
from shared.feed.replay import Replay
from tests.contract.feed.conftest import MakeInbox
from tests.unit.feed.feeds import NOTED, PLANS, ListSource, batch, feed, message

GOOD = message(2)
POISON: dict[str, Delivery] = {
    "not-json": delivered(b"{", 2, PLANS[0]),
    "not-utf-8": delivered(b'{"id": "\xff"}', 2, PLANS[0]),
    "null": delivered(b"null", 2, PLANS[0]),
    "no-envelope": delivered(to_cloudevent(GOOD).replace(b'"1.0"', b'"2.0"'), 2, PLANS[0]),
    "huge": delivered(b"x" * (MOST_BYTES + 1), 2, PLANS[0]),
    "untranslatable": Damaged(2, Reason.UNTRANSLATABLE, b"", PLANS[0], PLANS[0], 2),
    "another schema": message(2, data={"nummer": "twee"}),
    "a field missing": message(2, data={}),
    "another service's": message(2, source="evaluations"),
}
poisoned = pytest.mark.parametrize("poison", POISON.values(), ids=POISON.keys())


def _feed(poison: Delivery) -> list[Delivery]:
    """Plan 0: good, poison, good; plan 1 goes on around it."""
    first, other, last = message(1), message(3, 1, 1), message(4, 0, 3)
    return [first, poison, other, last]


@poisoned
def test_poison_is_parked_once_with_its_plan_behind_it(inbox: Inbox, poison: Delivery) -> None:
    """Also in a later batch; other plans go on."""
    sent = _feed(poison)
    inbox.take("plans", batch(sent[:3]))
    taken = inbox.take("plans", batch([*sent, message(5, 1, 2)]))
    assert taken == Taken(followed=1, parked=1, duplicate=3)
    assert inbox.of_plan(PLANS[0]) == [message(1)]
    assert len(inbox.of_plan(PLANS[1])) == 2
    letters = inbox.dead_letters(PLANS[0])
    assert [(x.position, x.attempts) for x in letters] == [(2, 1), (4, 1)]
    assert letters[1].reason is Reason.BEHIND
    assert inbox.dead_letters() == letters


@poisoned
def test_replay_takes_them_once_the_source_is_repaired(inbox: Inbox, poison: Delivery) -> None:
    """In order, once: a second replay finds nothing, and the plan is no longer held up."""
    source = ListSource(_feed(poison))
    inbox.take("plans", source.read(0, 10))
    replay = Replay(inbox, {"plans": source})
    assert replay(PLANS[0]).parked == 2
    source.deliveries[1] = GOOD
    assert replay(PLANS[0]) == Replayed(settled=2)
    assert replay(PLANS[0]) == Replayed()
    assert inbox.of_plan(PLANS[0]) == [message(1), GOOD, message(4, 0, 3)]
    assert inbox.take("plans", batch([message(5, 0, 4)], after=4)) == Taken(followed=1)


def test_replay_takes_them_once_the_service_understands(make_inbox: MakeInbox) -> None:
    """The letters are read again as they were kept, by today's checks."""
    tolerance = {"words": False}

    def check(message: Message) -> None:
        if isinstance(message.data["nummer"], str) and not tolerance["words"]:
            raise ValueError

    inbox = make_inbox(checks={NOTED: check})
    sent = _feed(message(2, data={"nummer": "twee"}))
    inbox.take("plans", batch(sent))
    replay = Replay(inbox, {})
    assert replay(PLANS[0]) == Replayed(0, 2, Reason.REFUSED)
    assert inbox.dead_letters(PLANS[0])[0].attempts == 2
    tolerance["words"] = True
    assert replay(PLANS[0]) == Replayed(settled=2)
    assert inbox.of_plan(PLANS[0]) == [sent[0], sent[1], sent[3]]


def test_replay_stops_where_it_sticks(inbox: Inbox) -> None:
    """What stands before is settled; what stands behind keeps its place."""
    bad = {"nummer": None}
    sent = [message(n, data=bad if n in (1, 3) else {"nummer": n}) for n in range(1, 6)]
    source = ListSource(sent)
    inbox.take("plans", source.read(0, 10))
    source.deliveries[0] = mended = msgspec.structs.replace(sent[0], data={"nummer": 1})
    assert Replay(inbox, {"plans": source})(PLANS[0]) == Replayed(2, 3, Reason.REFUSED)
    assert inbox.of_plan(PLANS[0]) == [mended, sent[1]]
    assert [x.position for x in inbox.dead_letters()] == [3, 4, 5]


def test_a_gap_among_the_parked_is_not_replayed(inbox: Inbox) -> None:
    """A message that was lost while its plan was parked shows at the replay."""
    source = ListSource([message(1, data={}), message(3, version=3)])
    inbox.take("plans", source.read(0, 10))
    source.deliveries[0] = message(1)
    assert Replay(inbox, {"plans": source})(PLANS[0]) == Replayed(1, 1, Reason.GAP)


def test_what_arrived_otherwise_meanwhile_is_only_settled(inbox: Inbox) -> None:
    """The stream's head keeps a replay from doing a thing twice."""
    sent = feed([0, 0])
    inbox.take("plans", batch([msgspec.structs.replace(sent[0], data={}), sent[1]]))
    with inbox.rows(commit=True) as rows:  # type: ignore[attr-defined]
        for each in sent:
            rows.follow(each)
            rows.advance("plans", each.stream_id, each.version)
    before = inbox.digest()
    assert Replay(inbox, {})(PLANS[0]) == Replayed(settled=2)
    assert inbox.digest() == before


def test_one_service_does_not_hold_up_another(inbox: Inbox) -> None:
    """Order is kept within a feed: between feeds there is none to keep."""
    inbox.take("plans", batch([message(1, data={})]))
    assert inbox.take("evaluations", batch([message(1, source="evaluations")])).followed == 1


def test_a_plan_is_replayed_for_all_services(inbox: Inbox) -> None:
    """Each by its own order: one that sticks does not keep the other."""
    stuck, mended = message(1, data={}), message(1, source="evaluations", data={})
    inbox.take("plans", batch([stuck]))
    inbox.take("evaluations", batch([mended]))
    source = ListSource([message(1, source="evaluations")], "evaluations")
    replayed = Replay(inbox, {"evaluations": source})(PLANS[0])
    assert replayed == Replayed(1, 1, Reason.REFUSED)
    assert [letter.source for letter in inbox.dead_letters()] == ["plans"]


def test_a_damaged_letter_keeps_its_place_in_its_stream(inbox: Inbox) -> None:
    """So that it is settled when its message came by another way."""
    inbox.take("plans", batch([Damaged(1, Reason.UNTRANSLATABLE, b"", PLANS[0], PLANS[0], 1)]))
    with inbox.rows(commit=True) as rows:  # type: ignore[attr-defined]
        rows.advance("plans", PLANS[0], 1)
    assert inbox.replay(PLANS[0], {}) == Replayed(settled=1)


def test_a_check_that_falls_over_is_poison_and_no_crash(make_inbox: MakeInbox) -> None:
    def check(message: Message) -> None:
        raise RecursionError

    assert make_inbox(checks={NOTED: check}).take("plans", batch([message(1)])).parked == 1


def test_emptying_forgets_the_letters_too(inbox: Inbox) -> None:
    """Else a rebuild would park everything of the plan behind what is no longer wrong."""
    inbox.take("plans", batch(_feed(POISON["null"])))
    inbox.empty("plans")
    assert inbox.dead_letters() == []
    inbox.take("plans", batch(_feed(GOOD)))
    assert len(inbox.of_plan(PLANS[0])) == 3


def test_letter_states_have_stable_names() -> None:
    """They are stored."""
    assert [state.value for state in LetterState] == ["parked", "taken", "erased", "dropped"]


def test_a_destroyed_plan_is_forgotten_and_not_taken_again(inbox: Inbox) -> None:
    """Its messages are gone and its letters hold nothing; of others nothing is lost."""
    sent = _feed(POISON["a field missing"])
    inbox.take("plans", batch(sent))
    assert len(inbox.dead_letters(PLANS[0])) == 2
    for _ in range(2):
        inbox.forget_plan(PLANS[0])
        assert (inbox.of_plan(PLANS[0]), inbox.dead_letters()) == ([], [])
    assert inbox.of_plan(PLANS[1]) == [sent[2]]
    # A relay that died sends some of it twice.
    again = Batch(4, 5, 5, [message(1), message(5, 1, 2)])
    assert inbox.take("plans/0", again) == Taken(followed=1, duplicate=1)
    assert inbox.of_plan(PLANS[0]) == []
