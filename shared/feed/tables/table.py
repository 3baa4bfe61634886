"""What every table of the inbox is reached with: few statements with many rows each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.feed.ports import Sealing

# Parameters are bound one by one anyway: beyond this, more rows in a statement gain nothing.
_ROWS_AT_ONCE = 50


class Table:
    """One open transaction, the seal for what is stored in it and the clock for when.

    Rows that are put wait for one another, until anything else is asked or :meth:`write`.
    """

    def __init__(self, cursor: Cursor, sealing: Sealing, now: Callable[[], datetime]) -> None:
        self._cursor = cursor
        self._sealing = sealing
        self._now = now
        self._waiting: dict[str, dict[Any, Sequence[Any]]] = {}

    def write(self) -> None:
        """Carries out what waits."""
        waiting, self._waiting = self._waiting, {}
        for statement, rows in waiting.items():
            self._write(statement, list(rows.values()))

    def _put(self, statement: str, key: Any, row: Sequence[Any]) -> None:
        """A row for the ``{}`` of an INSERT; of two with one key only the last is written."""
        self._waiting.setdefault(statement, {})[key] = row

    def _write(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        for first in range(0, len(rows), _ROWS_AT_ONCE):
            some = rows[first : first + _ROWS_AT_ONCE]
            values = ", ".join([f"({marks(len(some[0]))})"] * len(some))
            self._cursor.execute(statement.format(values), [v for row in some for v in row])

    def _run(self, statement: str, *values: Any) -> None:
        self.write()
        self._cursor.execute(statement, values)

    def _moment(self) -> str:
        return text(self._now())

    def _all(self, statement: str, *values: Any) -> list[Any]:
        # Read to the end: a statement that still has rows to give holds up the commit.
        self._run(statement, *values)
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
