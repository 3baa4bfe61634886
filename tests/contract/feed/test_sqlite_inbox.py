"""The SQLite inbox alone: what is on disk, and two followers at once."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

from shared.feed.alarm import Fenced
from shared.feed.inbox import Inbox
from shared.record.sqlite.database import SqliteDatabase
from tests.contract.feed.conftest import MakeInbox, PaperSeal
from tests.unit.feed.feeds import PLANS, ListSource, batch, feed, message


def test_data_and_letters_are_sealed_on_disk(
    sqlite_inbox: MakeInbox, database: SqliteDatabase, tmp_path: Path
) -> None:
    """Nothing that a message says can be read from the file."""
    sent = [message(1, data={"nummer": 1, "soort": "leesbaar"}), message(2, data={"x": "leesbaar"})]
    sqlite_inbox().take("plans", batch(sent))
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"leesbaar"[::-1] in stored
    assert b"leesbaar" not in stored


def test_an_erased_plan_reads_as_a_marker(sqlite_inbox: MakeInbox, paper_seal: PaperSeal) -> None:
    """Before and after: what was followed is empty, what still comes is kept without its data."""
    inbox = sqlite_inbox()
    inbox.take("plans", batch([message(1)]))
    paper_seal.erased.add(PLANS[0])
    inbox.take("plans", batch([message(2)], after=1))
    assert [(m.version, m.data, m.erased) for m in inbox.of_plan(PLANS[0])] == [
        (1, {}, True),
        (2, {}, True),
    ]


def test_letters_of_an_erased_plan_no_longer_hold_it_up(
    sqlite_inbox: MakeInbox, paper_seal: PaperSeal
) -> None:
    """They say nothing any more; their stream goes on behind them."""
    inbox = sqlite_inbox()
    inbox.take("plans", batch([message(1, data={}), message(2)]))
    paper_seal.erased.add(PLANS[0])
    assert inbox.replay(PLANS[0], {}).settled == 2
    assert inbox.take("plans", batch([message(3)], after=2)).followed == 1


def test_settled_letters_keep_no_payload(sqlite_inbox: MakeInbox, database: SqliteDatabase) -> None:
    inbox = sqlite_inbox()
    inbox.take("plans", batch([message(1, data={})]))
    inbox.replay(PLANS[0], {("plans", 1): message(1)})
    with database.transaction(commit=False) as cursor:
        cursor.execute("SELECT state, payload FROM dead_letter")
        assert [tuple(row) for row in cursor.fetchall()] == [("taken", None)]


def test_two_followers_at_once_have_one_effect(sqlite_inbox: MakeInbox) -> None:
    """Each batch is taken by one of them; the other is fenced off and goes on from there."""
    source = ListSource(feed([n % 3 for n in range(300)]))
    taken: Counter[int] = Counter()
    threads = [
        threading.Thread(target=_follow, args=(sqlite_inbox(), source, taken, n)) for n in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert taken.total() == 300
    assert sqlite_inbox().digest().rows == 300


def _follow(inbox: Inbox, source: ListSource, taken: Counter[int], name: int) -> None:
    while (position := inbox.position("plans")) < 300:
        try:
            taken[name] += inbox.take("plans", source.read(position, 10)).followed
        except Fenced:
            continue
