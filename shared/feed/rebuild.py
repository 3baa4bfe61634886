"""Building up again what was followed from a source."""

from __future__ import annotations

from collections.abc import Generator

import msgspec

from shared.feed.digest import Digest
from shared.feed.inbox import Inbox
from shared.feed.source import Source


class Progress(msgspec.Struct, frozen=True):
    """How far a rebuild is: positions handled, of how many."""

    handled: int
    total: int


class Rebuild:
    """Empties an inbox of one source and follows that source again from its start.

    It is made of a source and an inbox only, so there is no side effect that it could reach.
    Interrupted, it leaves an inbox that is merely behind: it can be started again, and a
    follower would also catch up. The source's own follower must not run meanwhile: whichever
    of the two comes second is fenced off.
    """

    def __init__(self, source: Source, inbox: Inbox, batch: int = 200) -> None:
        self._source = source
        self._inbox = inbox
        self._batch = batch

    def run(self) -> Generator[Progress, None, Digest]:
        """Rebuilds, telling its progress after every batch; returns the new fingerprint."""
        name = self._source.name
        self._inbox.empty(name)
        batch = self._source.read(0, self._batch)
        while batch.reached > batch.after:
            self._inbox.take(name, batch)
            yield Progress(batch.reached, batch.last)
            batch = self._source.read(batch.reached, self._batch)
        self._inbox.level(name)
        return self._inbox.digest(name)
