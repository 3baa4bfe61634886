"""The access log in a service's own database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from shared.access.chain import START, entry_bytes, link, not_before
from shared.access.log import AccessEntry, KeptEntry, SealReason
from shared.record.database import Database

COMPONENT = "access"
MIGRATIONS = Path(__file__).parent / "migrations"

_LAST = "SELECT seq, hash, entry FROM access_log ORDER BY seq DESC LIMIT 1"
_SIZE = "SELECT coalesce(max(seq), 0) FROM access_log"
_INSERT = "INSERT INTO access_log (seq, entry, previous, hash) VALUES (?, ?, ?, ?)"
_OF_PLAN = (
    "SELECT seq, entry, previous, hash FROM access_log WHERE plan_id = ? AND seq > ? "
    "ORDER BY seq LIMIT ?"
)
_AFTER = "SELECT seq, entry, previous, hash FROM access_log WHERE seq > ? ORDER BY seq LIMIT ?"


class SqlAccessLog:
    """Rows guarded against change and chained by hash; reasons are sealed before they get here."""

    def __init__(self, database: Database, seal_reason: SealReason) -> None:
        self._database = database
        self._seal_reason = seal_reason

    def write(self, entry: AccessEntry) -> None:
        """Appends one row; nobody else writes between reading the last one and this."""
        kept = entry_bytes(entry, self._seal_reason)
        with self._database.transaction(commit=True, alone="access_log") as cursor:
            cursor.execute(_LAST)
            last = cursor.fetchone()
            seq, previous = (1, START) if last is None else (last[0] + 1, bytes(last[1]))
            kept = not_before(None if last is None else last[2].encode(), kept)
            row = (seq, kept.decode(), previous, link(seq, previous, kept))
            cursor.execute(_INSERT, row)

    def size(self) -> int:
        """How many rows there are: the place of the last."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_SIZE)
            found: int = cursor.fetchone()[0]
        return found

    def after(self, seq: int, limit: int) -> Sequence[KeptEntry]:
        """At most ``limit`` rows that follow ``seq``, in order."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_AFTER, (seq, limit))
            return _kept(cursor.fetchall())

    def of_plan(self, plan_id: UUID, seq: int, limit: int) -> Sequence[KeptEntry]:
        """At most ``limit`` rows about one plan that follow ``seq``, in order."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_OF_PLAN, (str(plan_id), seq, limit))
            return _kept(cursor.fetchall())


def _kept(rows: Sequence[Any]) -> list[KeptEntry]:
    return [KeptEntry(r[0], r[1].encode(), bytes(r[2]), bytes(r[3])) for r in rows]
