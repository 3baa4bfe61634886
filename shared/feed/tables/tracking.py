"""The tables ``tracking`` and ``head``: how far a source and each of its streams was followed."""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import datetime
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.feed.place import Place
from shared.feed.ports import Sealing
from shared.feed.source import service_of
from shared.feed.tables.table import Table, id_or_none, marks, text_or_none

_ENTER = """
INSERT INTO tracking (source, position, at) VALUES (?, 0, ?)
ON CONFLICT (source) DO UPDATE SET at = excluded.at RETURNING position, mark, hint
"""
_MOVE = "UPDATE tracking SET position = ?, mark = ?, hint = ? WHERE source = ?"
_PLACE = "SELECT position, mark, hint FROM tracking WHERE source = ?"
_CLEAR = "DELETE FROM tracking WHERE source = ? OR source LIKE ?"
_HEAD = "SELECT version FROM head WHERE source = ? AND stream_id = ?"
_HEADS = "SELECT stream_id, version FROM head WHERE source = ? AND stream_id IN ({})"
_ADVANCE = """
INSERT INTO head (source, stream_id, version) VALUES {}
ON CONFLICT (source, stream_id) DO UPDATE SET version = excluded.version
"""
_CLEAR_HEADS = "DELETE FROM head WHERE source = ?"


class TrackingRows(Table):
    """Positions and heads. A head that was read is kept: whoever asks has entered the source."""

    def __init__(self, cursor: Cursor, sealing: Sealing, now: Callable[[], datetime]) -> None:
        super().__init__(cursor, sealing, now)
        self._heads: dict[tuple[str, UUID], int] = {}

    def enter(self, name: str) -> Place:
        """A write that changes nothing yet: it locks the row, and on SQLite the whole file.

        The row of the whole feed comes first, also for a part: whoever empties or follows the
        service otherwise is kept waiting until we are done, or we until they are.
        """
        service = service_of(name)
        whole = self._found(_ENTER, service, self._moment())
        if name == service:
            return whole
        return self._found(_ENTER, name, self._moment()).not_before(whole)

    def place(self, name: str) -> Place:
        return self._found(_PLACE, name).not_before(self._found(_PLACE, service_of(name)))

    def move(self, name: str, place: Place) -> None:
        self._run(_MOVE, place.position, text_or_none(place.mark), place.hint, name)

    def head(self, service: str, stream_id: UUID) -> int:
        known = self._heads.get((service, stream_id))
        if known is not None:
            return known
        found = self._all(_HEAD, service, str(stream_id))
        return int(found[0][0]) if found else 0

    def heads(self, service: str, streams: Set[UUID]) -> dict[UUID, int]:
        self._foresee_heads(service, streams)
        return {stream_id: self.head(service, stream_id) for stream_id in streams}

    def advance(self, service: str, stream_id: UUID, version: int) -> None:
        self._heads[service, stream_id] = version
        # Of a stream that a batch brings more of, only the last version is written.
        self._put(_ADVANCE, (service, stream_id), (service, str(stream_id), version))

    def _foresee_heads(self, service: str, streams: Set[UUID]) -> None:
        if not streams:
            return
        statement = _HEADS.format(marks(len(streams)))
        self._heads |= {(service, stream_id): 0 for stream_id in streams}
        for stream_id, version in self._all(statement, service, *map(str, streams)):
            self._heads[service, UUID(stream_id)] = version

    def _clear_tracking(self, service: str) -> None:
        self._heads.clear()
        self._run(_CLEAR, service, f"{service}/%")
        self._run(_CLEAR_HEADS, service)

    def _found(self, statement: str, *values: Any) -> Place:
        rows = self._all(statement, *values)
        if not rows:
            return Place()
        position, mark, hint = rows[0]
        return Place(position, id_or_none(mark), hint)
