"""The access log in memory, for tests that need no file."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from uuid import UUID

from shared.access.chain import START, entry_bytes, link, not_before
from shared.access.log import AccessEntry, KeptEntry, SealReason


class MemoryAccessLog:
    """Rows in a list, chained as the real ones are."""

    def __init__(self, seal_reason: SealReason) -> None:
        self._seal_reason = seal_reason
        self._rows: list[KeptEntry] = []
        self._turn = Lock()

    def write(self, entry: AccessEntry) -> None:
        """Appends one row."""
        kept = entry_bytes(entry, self._seal_reason)
        with self._turn:
            seq = len(self._rows) + 1
            previous = self._rows[-1].hash if self._rows else START
            kept = not_before(self._rows[-1].entry if self._rows else None, kept)
            self._rows.append(KeptEntry(seq, kept, previous, link(seq, previous, kept)))

    def size(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def after(self, seq: int, limit: int) -> Sequence[KeptEntry]:
        """At most ``limit`` rows that follow ``seq``."""
        return self._rows[seq : seq + limit]

    def of_plan(self, plan_id: UUID, seq: int, limit: int) -> Sequence[KeptEntry]:
        """At most ``limit`` rows about one plan that follow ``seq``."""
        about = f'"plan_id":"{plan_id}"'.encode()
        return [row for row in self._rows[seq:] if about in row.entry][:limit]
