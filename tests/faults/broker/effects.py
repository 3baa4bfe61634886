"""Everything that following did, in the order in which it did it; nothing hides a second time."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple

from eventsourcing.persistence import Cursor

from shared.feed.message import Message
from shared.record.database import Database
from tests.faults.broker.dying import Killed

_MAKE = """
CREATE TABLE effect
(at BIGINT NOT NULL, event_id TEXT NOT NULL, stream_id TEXT NOT NULL, version BIGINT NOT NULL,
 seq BIGINT NOT NULL)
"""
_INDEX = "CREATE INDEX effect_seq ON effect (seq)"
_ADD = "INSERT INTO effect (at, event_id, stream_id, version, seq) VALUES (?, ?, ?, ?, ?)"
_ALL = "SELECT at, event_id, stream_id, version, seq FROM effect ORDER BY at"
_SINCE = "SELECT count(*) FROM effect WHERE seq > ?"


class Effect(NamedTuple):
    """One message that was followed; ``at`` in nanoseconds of a monotonic clock."""

    at: int
    event_id: str
    stream_id: str
    version: int
    seq: int


class Effects:
    """A projection without any key: what is followed twice stands in it twice.

    When it was told to, it dies in the midst of a transaction.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.dies = False
        with database.transaction(commit=True) as cursor:
            cursor.execute(_MAKE, ())
            cursor.execute(_INDEX, ())

    def followed(self, cursor: Cursor, messages: Sequence[Message]) -> None:
        """Notes each of them."""
        for m in messages:
            noted = time.monotonic_ns(), str(m.event_id), str(m.stream_id), m.version, m.seq
            cursor.execute(_ADD, noted)
        if self.dies:
            self.dies = False
            raise Killed

    def emptied(self, cursor: Cursor, source: str) -> None:
        """Never happens here: nobody rebuilds."""
        raise AssertionError(source)

    def level(self, cursor: Cursor, source: str) -> None:
        """Awaits nothing."""

    def all(self) -> list[Effect]:
        """All of it, in order."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_ALL, ())
            return [Effect(*row) for row in cursor.fetchall()]

    def count(self) -> int:
        """How many."""
        return self._count(0)

    def beyond(self, seq: int) -> bool:
        """Whether something was followed that was recorded after this position."""
        return self._count(seq) > 0

    def _count(self, beyond: int) -> int:
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_SINCE, (beyond,))
            return int(cursor.fetchall()[0][0])
