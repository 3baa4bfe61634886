"""The recorder port in SQL that every database of ours understands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any, NoReturn, cast
from uuid import UUID

from eventsourcing.persistence import IntegrityError, StoredEvent

from shared.eventbase.erasing import Range
from shared.record import rows
from shared.record.appending import AnswerRow, Conflict, SealedAct, StoredAct
from shared.record.database import Database
from shared.record.destruction import Opened
from shared.record.frontier import Frontier
from shared.record.insertion import Insertion
from shared.record.recalling import recall
from shared.record.recorder import RecordRecorder
from shared.record.removal import remove, where
from shared.record.standing import standing
from shared.record.stored import RecordedEvent, SealedEvent
from shared.record.walk import Gone, Row

_ALL = _LAST = 2**63 - 1
_PAGE = 500
_EVENTS = "stored_events"


class SqlRecorder(RecordRecorder):
    """One writer at a time, in all processes together. ``clock`` is read while it is its turn;

    None: the clock of the database, which all processes share.

    It is no subclass of the library's recorders of SQLite and PostgreSQL: those number events
    with gaps and keep no leaves, so that not one of their statements would be left, and on
    PostgreSQL they repeat an insert whose commit got lost, which then conflicts with itself.
    """

    def __init__(
        self, database: Database, origin: str, clock: Callable[[], datetime] | None = None
    ) -> None:
        self._database = database
        self._origin = origin
        self._clock = clock

    def append(self, acts: Sequence[SealedAct]) -> list[StoredAct | Conflict]:
        """Records each act whole or not at all, in one transaction. Raises CommitUnclearError."""
        if not acts:
            return []
        with self._database.transaction(commit=True, alone=_EVENTS) as cursor:
            found = standing(cursor, acts, self._database.clock)
            insertion = Insertion(cursor, self._origin, found, self._clock)
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
        """How this act stands: recorded already, refused by what is there, or neither.

        Waits for its turn: a commit whose answer got lost may still be going on.
        """
        with self._database.transaction(commit=True, alone=_EVENTS) as cursor:
            return recall(cursor, act)

    def select_plan(
        self, plan_id: UUID, after_seq: int = 0, limit: int | None = None
    ) -> list[RecordedEvent]:
        """The events of a plan that follow ``after_seq``, in ``seq`` order."""
        if limit is None:
            return self._select(rows.OF_PLAN, plan_id.hex, after_seq)
        return self._select(rows.OF_PLAN_PAGE, plan_id.hex, after_seq, limit)

    def select_plan_topics(
        self, plan_id: UUID, after_seq: int, topics: Sequence[str]
    ) -> list[RecordedEvent]:
        """Those of them that have one of these topics."""
        statement = rows.of_plan_topics(len(topics))
        return self._select(statement, plan_id.hex, after_seq, *topics)

    def select_event(self, event_id: UUID) -> RecordedEvent | None:
        """The event with this id."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.OF_EVENT_ID, (event_id.bytes,))
            row = cursor.fetchone()
        return None if row is None else rows.recorded_event(row[1:])

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
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.PLANS, (after_seq, limit))
            return [(seq, UUID(plan)) for seq, plan in cursor.fetchall()]

    def select_answer(self, scope_key: bytes) -> AnswerRow | None:
        """The answer kept under ``scope_key``."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.ANSWER, (scope_key,))
            row = cursor.fetchone()
        return None if row is None else rows.answer_row(row)

    def frontier(self) -> Frontier:
        """The edge of the log."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.FRONTIER)
            return rows.frontier(cursor.fetchone())

    def rows(self, after: int = 0) -> Iterator[Row | Gone]:
        """Every leaf that follows ``after`` with its event, or what is left of them."""
        while page := self._page(after):
            yield from page
            after = page[-1].seq

    def rows_of(self, plan_id: UUID, until: int) -> list[Row]:
        """The leaves of a plan up to ``until`` with their events, in ``seq`` order."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.LEAVES_OF, (plan_id.hex, until))
            return [rows.audit_row(row) for row in cursor.fetchall()]

    def ranges_of(self, plan_id: UUID) -> tuple[Range, ...]:
        """Where the rows of a plan are."""
        with self._database.transaction(commit=False) as cursor:
            return where(cursor, plan_id)

    def destroy(self, opened: Opened) -> None:
        """Removes the rows of the plan that is named there. Raises DestructionError."""
        with self._database.transaction(commit=True, alone=_EVENTS) as cursor:
            remove(cursor, opened)

    def destructions(self) -> list[int]:
        """The ``seq`` of every event that was opened to say what may be gone."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.DESTRUCTIONS)
            return [seq for (seq,) in cursor.fetchall()]

    def destruction(self, seq: int) -> Opened | None:
        """That event; None when it was not opened or is not there."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.DESTRUCTION, (seq,))
            row = cursor.fetchone()
        return None if row is None else rows.opened(row)

    def leafless(self) -> list[tuple[UUID, int]]:
        """Every event without a leaf: its stream and version."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.LEAFLESS)
            return [(UUID(stream), version) for stream, version in cursor.fetchall()]

    def hashes(self, level: int, tiles: Sequence[int]) -> list[tuple[int, bytes]]:
        """Of the log's tree: the complete subtrees of ``level`` (0: the leaves) in these tiles of

        sixteen, each with its index. Only those that are kept: one level in four.
        """
        statement = rows.hashes(level, len(tiles))
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(statement, (*tiles, *([level] if level else [])))
            return [(index, bytes(digest)) for index, digest in cursor.fetchall()]

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> NoReturn:
        """Raises TypeError: followers ask, on every database alike."""
        raise TypeError("this recorder tells nobody: ask it")

    def _page(self, after: int) -> list[Row | Gone]:
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(rows.LEAVES, (after, _PAGE, after, _PAGE, _PAGE))
            return [rows.log_row(row) for row in cursor.fetchall()]

    def _select(self, statement: str, *parameters: str | int) -> list[RecordedEvent]:
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(statement, parameters)
            return [rows.recorded_event(row) for row in cursor.fetchall()]
