"""The agenda in a table, as the sender uses it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID

from services.notifications.sending.agenda import Entry
from shared.record.database import Database
from shared.record.micros import to_micros

MIGRATIONS = Path(__file__).with_name("migrations")
AT_ONCE = 0
_MOST = 200

_DUE = """
SELECT plan_id, mark FROM agenda
WHERE next_at <= ? AND NOT EXISTS (
    SELECT 1 FROM agenda_followed f WHERE f.plan_id = agenda.plan_id AND f.reached < f.highest
)
ORDER BY next_at, plan_id LIMIT ?
"""
_SETTLE = "UPDATE agenda SET next_at = ? WHERE plan_id = ? AND mark = ?"
# A row is never deleted, so that a mark is never used twice.
WAKE = f"""
INSERT INTO agenda (plan_id, next_at, mark) VALUES (?, {AT_ONCE}, 1)
ON CONFLICT (plan_id) DO UPDATE SET next_at = excluded.next_at, mark = agenda.mark + 1
"""
_WAKE_ALL = f"UPDATE agenda SET next_at = {AT_ONCE}, mark = mark + 1"


class SqlAgenda:
    """An Agenda in the service's own database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(self, now: datetime) -> Sequence[Entry]:
        """The plans to look at, longest due first, so many that a step stays short."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_DUE, (to_micros(now), _MOST))
            return [Entry(UUID(row[0]), row[1]) for row in cursor.fetchall()]

    def settle(self, entry: Entry, again: datetime | None) -> None:
        """Sets the next moment, unless the entry's mark is no longer the plan's."""
        moment = None if again is None else to_micros(again)
        with self._database.transaction(commit=True) as cursor:
            cursor.execute(_SETTLE, (moment, str(entry.plan_id), entry.mark))

    def wake(self, plan_id: UUID) -> None:
        """Puts the plan at the head of the agenda."""
        with self._database.transaction(commit=True) as cursor:
            cursor.execute(WAKE, (str(plan_id),))

    def wake_all(self) -> None:
        """Puts every plan that was ever followed at the head of the agenda."""
        # Alone: else it could wait for a follower that waits for it.
        with self._database.transaction(commit=True, alone="agenda") as cursor:
            cursor.execute(_WAKE_ALL)
