"""The record's log, as the signer and an auditor read it."""

from __future__ import annotations

from collections.abc import Iterator

from shared.record.record import Record
from shared.record.walk import Row


class RecordLog:
    """The rows of one record, as they are stored."""

    def __init__(self, record: Record) -> None:
        self._recorder = record.ledger
        self.origin = record.origin

    def rows(self, after: int) -> Iterator[Row]:
        """Every leaf that follows ``after`` with its event."""
        return self._recorder.rows(after)
