"""Every inbox: however deliveries are repeated, shuffled and cut up, the end is the same."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

from hypothesis import given, note
from hypothesis import strategies as st

from shared.feed.alarm import Fenced, Gap
from shared.feed.delivery import Batch, Delivery
from shared.feed.inbox import Inbox
from shared.feed.message import Message
from tests.contract.feed.conftest import SEED_PRINTED, FreshInbox
from tests.unit.feed.feeds import PLANS, batch, feed

ORDERS = st.lists(st.integers(0, 2), min_size=1, max_size=14)


def in_stream_order(inbox: Inbox) -> list[list[Message]]:
    """Per plan what was followed; fails where a version does not follow the one before."""
    plans = [inbox.of_plan(plan_id) for plan_id in PLANS]
    for followed in plans:
        assert all(b.version == a.version + 1 for a, b in pairwise(followed))
    return plans


@st.composite
def redeliveries(draw: st.DrawFn) -> tuple[list[Message], list[Batch]]:
    """A feed, and stretches of it with repeats in any order, that a transport might deliver."""
    sent = feed(draw(ORDERS))
    ends = st.integers(0, len(sent))
    batches = []
    for _ in range(draw(st.integers(0, 6))):
        start, end = sorted((draw(ends), draw(ends)))
        repeats = (
            draw(st.lists(st.sampled_from(sent[start:end]), max_size=4)) if end > start else []
        )
        shuffled: Sequence[Delivery] = draw(st.permutations([*sent[start:end], *repeats]))
        batches.append(Batch(start, end, len(sent), shuffled))
    return sent, batches


@SEED_PRINTED
@given(given=redeliveries())
def test_every_message_has_its_effect_once(
    fresh_inbox: FreshInbox, given: tuple[list[Message], list[Batch]]
) -> None:
    """Whatever came before, one last whole delivery completes it, and nothing is there twice."""
    sent, batches = given
    with fresh_inbox() as inbox:
        for each in [*batches, batch(sent)]:
            note(f"{each.after}..{each.reached}: {[d.position for d in each.deliveries]}")
            with contextlib.suppress(Fenced):
                inbox.take("plans", each)
        assert in_stream_order(inbox) == [_of_plan(sent, plan_id) for plan_id in PLANS]


@SEED_PRINTED
@given(
    plans=ORDERS,
    turns=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 14), st.integers(1, 6)), max_size=8),
)
def test_by_feed_and_by_parts_in_turns_every_message_has_its_effect_once(
    fresh_inbox: FreshInbox, plans: list[int], turns: list[tuple[int, int, int]]
) -> None:
    """A service may go over from the feed to a broker and back at any moment, as often as it is."""
    sent = feed(plans)
    parts = {f"plans/{n}": [m for m in sent if m.plan_id == PLANS[n]] for n in range(3)}
    carried = {"plans": sent, **parts}
    with fresh_inbox() as inbox:
        for which, back, size in turns:
            name = list(carried)[which]
            at = inbox.place(name).position
            later = [m for m in carried[name] if m.seq > at][:size]
            earlier = [m for m in carried[name] if m.seq <= at][-back:] if back else []
            note(f"{name} from {at}: {[m.seq for m in [*earlier, *later]]}")
            inbox.take(name, batch([*earlier, *later], after=at))
        for name, messages in parts.items():
            at = inbox.place(name).position
            left = [m for m in messages if m.seq > at]
            inbox.take(name, batch(left, after=at))
        assert in_stream_order(inbox) == [_of_plan(sent, plan_id) for plan_id in PLANS]


@SEED_PRINTED
@given(plans=ORDERS, data=st.data())
def test_a_loss_is_never_silent(
    fresh_inbox: FreshInbox, plans: list[int], data: st.DataObject
) -> None:
    """A message that the transport loses stops the source at the next one of its stream."""
    sent = feed(plans)
    lost = data.draw(st.sampled_from(sent))
    later = [m.seq for m in sent if m.stream_id == lost.stream_id and m.seq > lost.seq]
    with fresh_inbox() as inbox:
        stopped = None
        try:
            inbox.take("plans", batch([m for m in sent if m is not lost], reached=len(sent)))
        except Gap as alarm:
            stopped = alarm.position + 1
        assert stopped == (later[0] if later else None)
        in_stream_order(inbox)


@SEED_PRINTED
@given(plans=ORDERS, poisoned=st.sets(st.integers(1, 14)))
def test_poison_holds_up_its_own_plan_only(
    fresh_inbox: FreshInbox, plans: list[int], poisoned: set[int]
) -> None:
    """A plan gets all up to its first poison and nothing after; every message is in one place."""
    sent = [_poisoned(m) if m.seq in poisoned else m for m in feed(plans)]
    with fresh_inbox() as inbox:
        inbox.take("plans", batch(sent))
        for plan_id in PLANS:
            of_plan = _of_plan(sent, plan_id)
            good = _before_poison(of_plan, poisoned)
            assert inbox.of_plan(plan_id) == good
            parked = [letter.position for letter in inbox.dead_letters(plan_id)]
            assert parked == [m.seq for m in of_plan[len(good) :]]


def _of_plan(sent: list[Message], plan_id: UUID) -> list[Message]:
    return [message for message in sent if message.plan_id == plan_id]


def _poisoned(message: Message) -> Message:
    message.data["nummer"] = UUID(int=message.seq).hex
    return message


def _before_poison(of_plan: list[Message], poisoned: set[int]) -> list[Message]:
    first = next((n for n, m in enumerate(of_plan) if m.seq in poisoned), len(of_plan))
    return of_plan[:first]
