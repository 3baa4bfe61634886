"""The SQLite implementation of the access log port."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from shared.record.sqlite.database import SqliteDatabase

from shared.access.chain import entry_bytes, link
from shared.access.log import AccessEntry, KeptEntry, SealReason

COMPONENT = "access"
MIGRATIONS = Path(__file__).parent / "migrations"

_NEXT = "UPDATE access_log_head SET seq = seq + 1 WHERE one = 1 RETURNING seq, hash"
_INSERT = "INSERT INTO access_log (seq, entry, previous, hash) VALUES (?, ?, ?, ?)"
_HEAD = "UPDATE access_log_head SET hash = ? WHERE one = 1"
_AFTER = "SELECT seq, entry, previous, hash FROM access_log WHERE seq > ? ORDER BY seq LIMIT ?"


class SqliteAccessLog:
    """Rows guarded against change and chained by hash; reasons are sealed before they get here."""

    def __init__(self, database: SqliteDatabase, seal_reason: SealReason) -> None:
        self._database = database
        self._seal_reason = seal_reason

    def write(self, entry: AccessEntry) -> None:
        """Appends one row and moves the head, in one transaction."""
        kept = entry_bytes(entry, self._seal_reason)
        with self._database.transaction(commit=True) as cursor:
            cursor.execute(_NEXT)
            seq, previous = cursor.fetchone()
            row_hash = link(seq, bytes(previous), kept)
            cursor.execute(_INSERT, (seq, kept.decode(), previous, row_hash))
            cursor.execute(_HEAD, (row_hash,))

    def after(self, seq: int, limit: int) -> Sequence[KeptEntry]:
        """At most ``limit`` rows that follow ``seq``, in order."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_AFTER, (seq, limit))
            rows = cursor.fetchall()
        return [KeptEntry(r[0], r[1].encode(), bytes(r[2]), bytes(r[3])) for r in rows]
