"""The inbox in a database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from shared.feed.ports import Projection, Sealing
from shared.feed.stored import StoredInbox
from shared.feed.tables.rows import SqlRows
from shared.feed.verdict import Checks
from shared.record.database import Database

COMPONENT = "feed"
MIGRATIONS = Path(__file__).with_name("migrations")


class SqlInbox(StoredInbox):
    """An inbox in a service's own database, beside its events.

    ``projection`` writes a small table of the service in the same transactions; the seal, the
    clock and the checks come from the service too.
    """

    def __init__(
        self,
        database: Database,
        sealing: Sealing,
        checks: Checks,
        now: Callable[[], datetime],
        projection: Projection,
    ) -> None:
        super().__init__(checks)
        self._database = database
        self._sealing = sealing
        self._now = now
        self._projection = projection

    @contextmanager
    def rows(self, commit: bool) -> Iterator[SqlRows]:
        """One transaction, with the rows as seen from inside it."""
        with self._database.transaction(commit=commit) as cursor:
            rows = SqlRows(cursor, self._sealing, self._now, self._projection)
            yield rows
            rows.write()
