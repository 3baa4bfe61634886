"""Every inbox: a process that dies in the middle of a batch leaves nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from shared.feed.delivery import Batch
from shared.feed.inbox import Inbox, Replayed, Taken
from shared.feed.place import Place
from shared.feed.ports import NoProjection
from shared.feed.replay import Replay
from shared.feed.tables.inbox import SqlInbox
from shared.record.database import Database
from tests.contract.feed.conftest import Deadly, Killed, MakeInbox, PaperSeal
from tests.unit.feed.feeds import CHECKS, PLANS, START, ListSource, batch, feed, message


def loses_nothing(inbox: Inbox) -> None:
    """The promise: after a death nothing of the batch is there, and then all of it, once."""
    sent = feed([0, 1, 0, 2])
    with pytest.raises(Killed):
        inbox.take("plans", batch(sent))
    assert inbox.place("plans").position == 0
    assert inbox.digest().rows == 0
    assert inbox.take("plans", batch(sent)) == Taken(followed=4)
    assert inbox.of_plan(PLANS[0]) == [sent[0], sent[2]]


class TracksFirst(SqlInbox):
    """The planted fault: notes how far it came before it has done the work."""

    def take(self, source: str, batch: Batch) -> Taken:
        with self.rows(commit=True) as rows:
            rows.enter(source)
            rows.move(source, Place(batch.reached))
        with self.rows(commit=True) as rows:
            rows.project([d for d in batch.deliveries if not rows.follow(d)])  # type: ignore
        return Taken(followed=len(batch.deliveries))


class DiesAtCommit:
    """A database whose process dies just before it commits, as often as ``deaths`` says."""

    def __init__(self, database: Database, deaths: int) -> None:
        self._database = database
        self.deaths = deaths

    @contextmanager
    def transaction(self, *, commit: bool, alone: str | None = None) -> Iterator[Any]:
        with self._database.transaction(commit=commit, alone=alone) as cursor:
            yield cursor
            if commit and self.deaths:
                self.deaths -= 1
                raise Killed


def test_death_during_the_projection(make_inbox: MakeInbox) -> None:
    loses_nothing(make_inbox(Deadly(1)))


def test_death_before_the_commit(database: Database, paper_seal: PaperSeal) -> None:
    dying: Any = DiesAtCommit(database, 1)
    loses_nothing(SqlInbox(dying, paper_seal, CHECKS, lambda: START, NoProjection()))


def test_the_test_finds_an_inbox_that_tracks_first(stored_inbox: MakeInbox) -> None:
    """A fault planted on purpose: without this the test above proves nothing."""
    with pytest.raises(AssertionError):
        loses_nothing(stored_inbox(Deadly(1), kind=TracksFirst))


def test_death_during_a_replay(make_inbox: MakeInbox) -> None:
    """The letters are still parked, and go the next time."""
    inbox = make_inbox(Deadly(1))
    source = ListSource([message(1, data={}), message(2)])
    inbox.take("plans", source.read(0, 10))
    source.deliveries[0] = message(1)
    replay = Replay(inbox, {"plans": source})
    with pytest.raises(Killed):
        replay(PLANS[0])
    assert len(inbox.dead_letters()) == 2
    assert replay(PLANS[0]) == Replayed(settled=2)


def test_death_while_emptying(database: Database, paper_seal: PaperSeal) -> None:
    """Half emptied would be worse than not: heads without messages are a loss."""
    dying: Any = DiesAtCommit(database, 0)
    inbox = SqlInbox(dying, paper_seal, CHECKS, lambda: START, NoProjection())
    inbox.take("plans", batch(feed([0, 1])))
    before = inbox.digest()
    dying.deaths = 1
    with pytest.raises(Killed):
        inbox.empty("plans")
    assert (inbox.digest(), inbox.place("plans").position) == (before, 2)
