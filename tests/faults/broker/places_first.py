"""The planted fault of a follower: it notes how far it came in a transaction before the work."""

from __future__ import annotations

from shared.feed.delivery import Batch
from shared.feed.inbox import Taken
from shared.feed.place import Place
from shared.feed.tables.inbox import SqlInbox
from shared.feed.taking import Taking
from tests.faults.broker.upstream import CHECKS


class PlacesFirst(SqlInbox):
    """Right in everything but this, and so for as long as it does not die in between."""

    def take(self, source: str, batch: Batch) -> Taken:
        """Takes a batch in two transactions."""
        with self.rows(commit=True) as rows:
            before = rows.enter(source)
            rows.move(source, Place(batch.reached, batch.mark, batch.hint))
        with self.rows(commit=True) as rows:
            rows.move(source, before)
            taken, alarm = Taking(rows, source, CHECKS).take(batch)
        if alarm is not None:
            raise alarm
        return taken
