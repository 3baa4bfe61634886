"""The rows of an inbox on SQLite: its tables, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from eventsourcing.persistence import Cursor

from shared.feed.message import Message
from shared.feed.ports import Projection, Sealing
from shared.feed.sqlite.letters import LetterRows
from shared.feed.sqlite.messages import MessageRows
from shared.feed.sqlite.tracking import TrackingRows


class SqliteRows(TrackingRows, MessageRows, LetterRows):
    """One transaction on all tables of the inbox, and on the service's projection of it."""

    def __init__(
        self, cursor: Cursor, sealing: Sealing, now: Callable[[], datetime], projection: Projection
    ) -> None:
        super().__init__(cursor, sealing, now)
        self._projection = projection

    def project(self, messages: Sequence[Message]) -> None:
        self._projection.followed(self._cursor, messages)

    def clear(self, service: str) -> None:
        parts = f"{service}/*"
        self._cursor.execute(
            "DELETE FROM tracking WHERE source = ? OR source GLOB ?", (service, parts)
        )
        for table in ("followed", "head", "dead_letter"):
            self._cursor.execute(f"DELETE FROM {table} WHERE source = ?", (service,))
        self._projection.emptied(self._cursor, service)
