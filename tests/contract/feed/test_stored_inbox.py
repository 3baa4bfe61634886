"""Every inbox in a database: what is stored, and two followers at once."""

from __future__ import annotations

import threading
import time
from collections import Counter
from typing import Any

import msgspec

from shared.feed.alarm import Fenced
from shared.feed.digest import digest_of
from shared.feed.inbox import Inbox
from shared.feed.place import Place
from shared.record.database import Database
from tests.contract.feed.conftest import MakeInbox, PaperSeal
from tests.unit.feed.feeds import PLANS, ListSource, batch, feed, message


def test_data_and_letters_are_stored_sealed(stored_inbox: MakeInbox, database: Database) -> None:
    """Nothing that a message says can be read from the rows."""
    sent = [message(1, data={"nummer": 1, "soort": "leesbaar"}), message(2, data={"x": "leesbaar"})]
    stored_inbox().take("plans", batch(sent))
    stored = []
    with database.transaction(commit=False) as cursor:
        for table in ("followed", "dead_letter", "tracking", "head"):
            cursor.execute(f"SELECT * FROM {table}")
            stored += [value for row in cursor.fetchall() for value in tuple(row)]
    assert sum(b"leesbaar"[::-1] in value for value in stored if isinstance(value, bytes)) == 2
    assert not any("leesbaar" in str(value) for value in stored)


def test_an_erased_plan_reads_as_a_marker(stored_inbox: MakeInbox, paper_seal: PaperSeal) -> None:
    """Before and after: what was followed is empty, what still comes is kept without its data."""
    inbox = stored_inbox()
    inbox.take("plans", batch([message(1)]))
    paper_seal.erased.add(PLANS[0])
    inbox.take("plans", batch([message(2)], after=1))
    assert [(m.version, m.data, m.erased) for m in inbox.of_plan(PLANS[0])] == [
        (1, {}, True),
        (2, {}, True),
    ]


def test_an_erased_plan_is_not_the_newest_that_it_was(
    stored_inbox: MakeInbox, paper_seal: PaperSeal
) -> None:
    """Whoever keeps what was read of it, sees that it is gone, before its rows are."""
    inbox = stored_inbox()
    inbox.take("plans", batch([message(1)]))
    before = inbox.newest(PLANS[0])
    paper_seal.erased.add(PLANS[0])
    assert inbox.newest(PLANS[0]) != before


def test_letters_of_an_erased_plan_no_longer_hold_it_up(
    stored_inbox: MakeInbox, paper_seal: PaperSeal
) -> None:
    """They say nothing any more; their stream goes on behind them."""
    inbox = stored_inbox()
    inbox.take("plans", batch([message(1, data={}), message(2)]))
    paper_seal.erased.add(PLANS[0])
    assert inbox.replay(PLANS[0], {}).settled == 2
    assert inbox.take("plans", batch([message(3)], after=2)).followed == 1


def test_settled_letters_keep_no_payload(stored_inbox: MakeInbox, database: Database) -> None:
    inbox = stored_inbox()
    inbox.take("plans", batch([message(1, data={})]))
    inbox.replay(PLANS[0], {("plans", 1): message(1)})
    with database.transaction(commit=False) as cursor:
        cursor.execute("SELECT state, payload FROM dead_letter")
        assert [tuple(row) for row in cursor.fetchall()] == [("taken", None)]


def test_two_followers_at_once_have_one_effect(stored_inbox: MakeInbox) -> None:
    """Each batch is taken by one of them; the other is fenced off and goes on from there."""
    source = ListSource(feed([n % 3 for n in range(300)]))
    taken: Counter[int] = Counter()
    threads = [
        threading.Thread(target=_follow, args=(stored_inbox(), source, taken, n)) for n in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert taken.total() == 300
    assert stored_inbox().digest().rows == 300


def _follow(inbox: Inbox, source: ListSource, taken: Counter[int], name: int) -> None:
    while (position := inbox.place("plans").position) < 300:
        try:
            taken[name] += inbox.take("plans", source.read(position, 10)).followed
        except Fenced:
            continue


def test_whoever_enters_a_source_keeps_its_parts_and_its_emptying_waiting(
    stored_inbox: MakeInbox,
) -> None:
    """The part finds what the first left, and is fenced off: two never take the same messages."""
    first: Any = stored_inbox()
    taken: list[str] = []

    def take(name: str) -> None:
        try:
            stored_inbox().take(name, batch(feed([0, 1])))
        except Fenced:
            taken.append(f"{name} fenced")

    with first.rows(commit=True) as rows:
        rows.enter("plans")
        others = [threading.Thread(target=take, args=(name,)) for name in ("plans", "plans/0")]
        for thread in others:
            thread.start()
        time.sleep(0.3)
        assert all(thread.is_alive() for thread in others)
        rows.move("plans", Place(2))
    for thread in others:
        thread.join(timeout=30)
    assert sorted(taken) == ["plans fenced", "plans/0 fenced"]
    assert first.digest().rows == 0


def test_following_a_part_while_the_service_is_emptied_loses_nothing(
    stored_inbox: MakeInbox,
) -> None:
    """A part that went on with the floor of before would leave heads without messages."""
    inbox: Any = stored_inbox()
    sent = feed([0, 0, 0])
    inbox.take("plans", batch(sent[:2]))
    late = batch(sent[2:], after=2)
    fenced: list[Fenced] = []

    def take() -> None:
        try:
            stored_inbox().take("plans/0", late)
        except Fenced as error:
            fenced.append(error)

    with inbox.rows(commit=True) as rows:
        rows.enter("plans")
        rows.clear("plans")
        following = threading.Thread(target=take)
        following.start()
        time.sleep(0.2)
    following.join(timeout=30)
    assert len(fenced) == 1
    assert inbox.take("plans", batch(sent)).followed == 3


def test_a_digest_of_many_pages_is_that_of_all(stored_inbox: MakeInbox) -> None:
    """It is read some at a time, of every service."""
    inbox = stored_inbox()
    sent = feed([n % 3 for n in range(1_001)])
    other = [msgspec.structs.replace(m, source="evaluations") for m in sent[:500]]
    inbox.take("plans", batch(sent))
    inbox.take("evaluations", batch(other))
    assert inbox.digest("plans") == digest_of(sent)
    assert inbox.digest() == digest_of([*sent, *other])
