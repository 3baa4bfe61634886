"""The table ``trace``: to which trace an act belongs, so that those who follow can go on with it.

Written in the transaction of the act, and only while traces are sent somewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.record.database import Database
from shared.record.micros import to_micros

COMPONENT = "trace"
MIGRATIONS = Path(__file__).with_name("migrations")
_KEPT = timedelta(days=7)
_PRUNE = "DELETE FROM trace WHERE at < ?"
_KEEP = "INSERT INTO trace (act_id, traceparent, at) VALUES (?, ?, ?)"
_FIND = "SELECT act_id, traceparent FROM trace WHERE act_id IN ({})"


class TraceTable:
    """Trace contexts by act, for a week."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def keep(self, cursor: Cursor, act_ids: Sequence[UUID], traceparent: str) -> None:
        """Remembers where these acts belong, and forgets what is older than a week."""
        now = self._clock()
        cursor.execute(_PRUNE, (to_micros(now - _KEPT),))
        for act_id in act_ids:
            cursor.execute(_KEEP, (str(act_id), traceparent, to_micros(now)))

    def find(self, cursor: Cursor, act_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """The trace contexts that are known of these acts."""
        wanted = tuple(str(act_id) for act_id in act_ids)
        cursor.execute(_FIND.format(", ".join("?" * len(wanted))), wanted)
        return {UUID(row[0]): row[1] for row in cursor.fetchall()}


class Traces:
    """The same for who publishes a feed. ``on``: whether anybody looks at traces at all."""

    def __init__(self, database: Database, table: TraceTable, on: bool) -> None:
        self._database = database
        self._table = table
        self._on = on

    def __call__(self, act_ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """The trace contexts that are known of these acts."""
        if not (self._on and act_ids):
            return {}
        with self._database.transaction(commit=False) as cursor:
            return self._table.find(cursor, act_ids)
