"""The inbox on SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from shared.feed.ports import Projection, Sealing
from shared.feed.sqlite.rows import SqliteRows
from shared.feed.stored import StoredInbox
from shared.feed.verdict import Checks
from shared.record.sqlite.database import SqliteDatabase

MIGRATIONS = Path(__file__).with_name("migrations")


class SqliteInbox(StoredInbox):
    """An inbox in a service's own SQLite file, beside its events.

    ``projection`` writes a small table of the service in the same transactions; the seal, the
    clock and the checks come from the service too.
    """

    def __init__(
        self,
        database: SqliteDatabase,
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
    def rows(self, commit: bool) -> Iterator[SqliteRows]:
        """One SQLite transaction, with the rows as seen from inside it."""
        with self._database.transaction(commit=commit) as cursor:
            yield SqliteRows(cursor, self._sealing, self._now, self._projection)
