"""What every table of the inbox is reached with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.feed.ports import Sealing


class Table:
    """One open transaction, the seal for what is stored in it and the clock for when."""

    def __init__(self, cursor: Cursor, sealing: Sealing, now: Callable[[], datetime]) -> None:
        self._cursor = cursor
        self._sealing = sealing
        self._now = now

    def _moment(self) -> str:
        return text(self._now())

    def _all(self, statement: str, *values: Any) -> list[Any]:
        # Read to the end: a statement that still has rows to give holds up the commit.
        self._cursor.execute(statement, values)
        return list(self._cursor.fetchall())


def text(moment: datetime) -> str:
    """A moment as it is stored: ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat()


def marks(count: int) -> str:
    """The placeholders of so many values."""
    return ", ".join("?" * count)


def text_or_none(value: UUID | None) -> str | None:
    """An id as it is stored."""
    return None if value is None else str(value)


def id_or_none(value: str | None) -> UUID | None:
    """A stored id."""
    return None if value is None else UUID(value)
