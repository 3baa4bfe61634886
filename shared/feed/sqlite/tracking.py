"""The tables ``tracking`` and ``head``: how far a source and each of its streams was followed."""

from __future__ import annotations

from uuid import UUID

from shared.feed.sqlite.tables import Tables

_ENTER = """
INSERT INTO tracking (source, position, at) VALUES (?, 0, ?)
ON CONFLICT (source) DO UPDATE SET at = excluded.at RETURNING position
"""
_MOVE = "UPDATE tracking SET position = ? WHERE source = ?"
_POSITION = "SELECT position FROM tracking WHERE source = ?"
_HEAD = "SELECT version FROM head WHERE source = ? AND stream_id = ?"
_ADVANCE = """
INSERT INTO head (source, stream_id, version) VALUES (?, ?, ?)
ON CONFLICT (source, stream_id) DO UPDATE SET version = excluded.version
"""


class TrackingRows(Tables):
    """Positions and heads."""

    def enter(self, name: str) -> int:
        """A write that changes nothing yet: SQLite's one writer is ours from here on."""
        return self._first(_ENTER, name, self._moment())

    def position(self, name: str) -> int:
        return self._first(_POSITION, name)

    def move(self, name: str, position: int) -> None:
        self._cursor.execute(_MOVE, (position, name))

    def head(self, service: str, stream_id: UUID) -> int:
        return self._first(_HEAD, service, str(stream_id))

    def advance(self, service: str, stream_id: UUID, version: int) -> None:
        self._cursor.execute(_ADVANCE, (service, str(stream_id), version))

    def _first(self, statement: str, *values: str) -> int:
        self._cursor.execute(statement, values)
        # Read to the end: a statement that still has rows to give holds up the commit.
        found = self._cursor.fetchall()
        return int(found[0][0]) if found else 0
