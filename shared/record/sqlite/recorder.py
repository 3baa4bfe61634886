"""The recorder port in SQLite: the library's recorder, with leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from eventsourcing.persistence import IntegrityError, StoredEvent
from eventsourcing.sqlite import SQLiteApplicationRecorder

from shared.record.appending import AnswerRow, Conflict, SealedAct, StoredAct
from shared.record.audit import Row
from shared.record.frontier import Frontier
from shared.record.micros import to_micros
from shared.record.recorder import RecordRecorder
from shared.record.sqlite import rows
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.insertion import Insertion, recall
from shared.record.stored import RecordedEvent, SealedEvent

_ALL = -1
_LAST = 2**63 - 1


class SqliteRecorder(SQLiteApplicationRecorder, RecordRecorder):
    """One writer at a time. ``clock`` is the database's clock: it is read inside the lock."""

    def __init__(
        self, database: SqliteDatabase, origin: str, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(database)
        self._origin = origin
        self._clock = clock

    def append(self, acts: Sequence[SealedAct]) -> list[StoredAct | Conflict]:
        """Records each act whole or not at all, in one transaction. Raises CommitUnclearError."""
        with self.datastore.transaction(commit=True) as cursor:
            insertion = Insertion(cursor, self._origin, to_micros(self._clock()))
            outcomes = [insertion.act(act) for act in acts]
            insertion.finish()
        return outcomes

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """The library's own door, as one act. Raises IntegrityError when it conflicts.

        Takes events only: what must commit with them goes ``beside`` an Append.
        """
        if any(kwargs.values()):
            raise TypeError(f"not taken here: {', '.join(kwargs)}")
        (outcome,) = self.append([SealedAct(tuple(cast(Sequence[SealedEvent], stored_events)))])
        if isinstance(outcome, Conflict):
            raise IntegrityError(str(outcome))
        return [event.id for event in outcome.events]

    def recall(self, act: SealedAct) -> StoredAct | Conflict | None:
        """How this act stands: recorded already, refused by what is there, or neither."""
        with self.datastore.transaction(commit=False) as cursor:
            return recall(cursor, act)

    def select_plan(self, plan_id: UUID, after_seq: int = 0) -> list[RecordedEvent]:
        """The events of a plan that follow ``after_seq``, in ``seq`` order."""
        return self._select(rows.OF_PLAN, plan_id.hex, after_seq)

    def select_stream(self, stream_id: UUID) -> list[RecordedEvent]:
        """The events of a stream in the order of their versions."""
        return self.select_events(stream_id)

    def select_after(self, seq: int, limit: int) -> list[RecordedEvent]:
        """At most ``limit`` events that follow ``seq``."""
        return self._select(rows.of_seqs(), seq + 1, _LAST, limit)

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> list[RecordedEvent]:
        """The library's reading of a stream, joined with the leaves."""
        stream = originator_id.hex if isinstance(originator_id, UUID) else originator_id
        statement = rows.OF_STREAM.format("DESC" if desc else "ASC")
        bounds = 0 if gt is None else gt, _LAST if lte is None else lte
        return self._select(statement, stream, *bounds, _ALL if limit is None else limit)

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> list[RecordedEvent]:
        """The library's reading of the whole log; an event's id is its ``seq``."""
        first = 0 if start is None else start + (not inclusive_of_start)
        bounds = first, _LAST if stop is None else stop
        return self._select(rows.of_seqs(len(topics)), *bounds, *topics, limit)

    def max_notification_id(self) -> int:
        """The last ``seq``, 0 when nothing was recorded."""
        return self.frontier().size

    def select_plans(self, after_seq: int, limit: int) -> list[tuple[int, UUID]]:
        """At most ``limit`` plans whose first event follows ``after_seq``."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(rows.PLANS, (after_seq, limit))
            return [(seq, UUID(plan)) for seq, plan in cursor.fetchall()]

    def select_answer(self, scope_key: bytes) -> AnswerRow | None:
        """The answer kept under ``scope_key``."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(rows.ANSWER, (scope_key,))
            row = cursor.fetchone()
        return None if row is None else rows.answer_row(row)

    def frontier(self) -> Frontier:
        """The edge of the log."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(rows.FRONTIER)
            return rows.frontier(cursor.fetchone())

    def rows(self) -> Iterator[Row]:
        """Every leaf with its event, and every event without a leaf, in ``seq`` order."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(rows.ALL)
            while (row := cursor.fetchone()) is not None:
                yield rows.audit_row(row)

    def _select(self, statement: str, *parameters: str | int) -> list[RecordedEvent]:
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(statement, parameters)
            return [rows.recorded_event(row) for row in cursor.fetchall()]
