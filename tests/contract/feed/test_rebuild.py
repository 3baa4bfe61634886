"""Every inbox: a rebuild gives what following gave, every time."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest

from shared.feed.digest import Digest
from shared.feed.inbox import Inbox
from shared.feed.message import Message
from shared.feed.rebuild import Progress, Rebuild
from shared.feed.source import Source
from tests.contract.feed.conftest import MakeInbox
from tests.unit.feed.feeds import ListSource, batch, feed, message

SEED = 20260302


class Agenda:
    """A projection that keeps rows beside the inbox; it knows nothing of databases."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    def followed(self, cursor: Any, messages: Sequence[Message]) -> None:
        self.rows += [message.id for message in messages]

    def emptied(self, cursor: Any, source: str) -> None:
        self.rows.clear()

    def level(self, cursor: Any, source: str) -> None:
        self.rows.append("level")


def rebuilt(source: Source, inbox: Inbox) -> tuple[list[Progress], Digest]:
    """Runs a rebuild to its end."""
    running = Rebuild(source, inbox, batch=7).run()
    progress = []
    while True:
        try:
            progress.append(next(running))
        except StopIteration as end:
            return progress, end.value


@pytest.fixture
def source() -> ListSource:
    print(f"seed {SEED}")
    return ListSource(feed(Random(SEED).choices(range(3), k=40)))


def test_it_gives_the_same_as_following_did_and_does_so_twice(
    inbox: Inbox, source: ListSource
) -> None:
    inbox.take("plans", source.read(0, 100))
    live = inbox.digest("plans")
    progress, first = rebuilt(source, inbox)
    assert first == rebuilt(source, inbox)[1] == live
    assert live.rows == 40
    assert [(p.handled, p.total) for p in progress[-2:]] == [(35, 40), (40, 40)]


def test_an_interrupted_one_can_be_started_again(inbox: Inbox, source: ListSource) -> None:
    whole = rebuilt(source, inbox)[1]
    halfway = Rebuild(source, inbox, batch=7).run()
    next(halfway)
    halfway.close()
    assert 0 < inbox.digest().rows < whole.rows
    assert rebuilt(source, inbox)[1] == whole


def test_a_follower_may_finish_an_interrupted_one(inbox: Inbox, source: ListSource) -> None:
    """It left an inbox that is behind, and nothing else."""
    whole = rebuilt(source, inbox)[1]
    next(Rebuild(source, inbox, batch=7).run())
    inbox.take("plans", source.read(inbox.place("plans").position, 100))
    assert inbox.digest() == whole


def test_it_leaves_other_services_alone(inbox: Inbox, source: ListSource) -> None:
    inbox.take("evaluations", batch([message(1, source="evaluations")]))
    rebuilt(source, inbox)
    assert inbox.digest("evaluations").rows == 1


def test_the_projection_is_rebuilt_along(make_inbox: MakeInbox, source: ListSource) -> None:
    """It is derived from the inbox, so the same comes out."""
    agenda = Agenda()
    inbox = make_inbox(agenda)
    inbox.take("plans", source.read(0, 100))
    live = list(agenda.rows)
    rebuilt(source, inbox)
    assert agenda.rows == [*live, "level"]


def test_the_digest_tells_a_change(inbox: Inbox, source: ListSource) -> None:
    """One other value in one message, or one message less."""
    whole = rebuilt(source, inbox)[1]
    source.deliveries[5].data["nummer"] = -1  # type: ignore[union-attr]
    changed = rebuilt(source, inbox)[1]
    source.deliveries.pop()
    shorter = rebuilt(source, inbox)[1]
    assert whole.rows == changed.rows == shorter.rows + 1
    assert len({whole.sha256, changed.sha256, shorter.sha256}) == 3


def test_it_is_made_of_a_source_and_an_inbox_only() -> None:
    """There is no way to hand it anything that could send, mail or call."""
    assert list(inspect.signature(Rebuild).parameters) == ["source", "inbox", "batch"]
