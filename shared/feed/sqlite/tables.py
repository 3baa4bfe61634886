"""What every table of the inbox is reached with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from eventsourcing.persistence import Cursor

from shared.feed.ports import Sealing


class Tables:
    """One open transaction, the seal for what is stored in it and the clock for when."""

    def __init__(self, cursor: Cursor, sealing: Sealing, now: Callable[[], datetime]) -> None:
        self._cursor = cursor
        self._sealing = sealing
        self._now = now

    def _moment(self) -> str:
        return text(self._now())


def text(moment: datetime) -> str:
    """A moment as it is stored: ISO 8601 in UTC."""
    return moment.astimezone(UTC).isoformat()
