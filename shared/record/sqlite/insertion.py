"""The one transaction of an append: which acts stand, and the leaves they get."""

from __future__ import annotations

import sqlite3
from uuid import UUID

from eventsourcing.persistence import StoredEvent
from eventsourcing.sqlite import SQLiteCursor

from shared.record.appending import (
    Conflict,
    KeyConflict,
    SealedAct,
    SealedAnswer,
    StoredAct,
    VersionConflict,
)
from shared.record.frontier import Frontier, LeafRow, lay
from shared.record.sqlite import rows
from shared.record.stored import RecordedEvent, SealedEvent

_EVENT = "INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)"
_LEAF = "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ANSWER = "INSERT INTO idempotency VALUES (?, ?, ?, ?, ?, ?, ?)"
_FRONTIER = "UPDATE frontier SET size = ?, recorded_at = ?, peaks = ? WHERE id = 1"


class Insertion:
    """An append in progress, inside one write transaction. ``now`` in µs since 1970 UTC.

    Each act stands in a savepoint: the tables' own constraints say whether it conflicts, and
    one that does leaves no trace, so that ``seq`` stays gapless.
    """

    def __init__(self, cursor: SQLiteCursor, origin: str, now: int) -> None:
        self._cursor = cursor
        self._origin = origin
        self._now = now
        cursor.execute(rows.FRONTIER)
        self._edge = self._kept = rows.frontier(cursor.fetchone())

    def act(self, act: SealedAct) -> StoredAct | Conflict:
        """Records one act, or says what it conflicts with. Raises IntegrityError for misuse."""
        self._cursor.execute("SAVEPOINT act")
        before = self._edge
        try:
            stored = self._record(act)
        except (sqlite3.IntegrityError, _OutOfTurn):
            self._edge = before
            self._cursor.execute("ROLLBACK TO act")
            self._cursor.execute("RELEASE act")
            known = recall(self._cursor, act)
            if known is None:
                raise
            return known
        self._cursor.execute("RELEASE act")
        return stored

    def finish(self) -> None:
        """Keeps the edge of the log, if it moved."""
        if self._edge is not self._kept:
            edge: Frontier = self._edge
            self._cursor.execute(_FRONTIER, (edge.size, edge.recorded_at, edge.packed))

    def _record(self, act: SealedAct) -> StoredAct:
        not_before = max(self._now, act.after + 1)
        leaves = [self._event(event, not_before) for event in act.events]
        if act.answer is not None:
            self._answer(act.answer, leaves[-1])
        if act.beside is not None:
            act.beside(self._cursor)
        return StoredAct(
            tuple(_recorded(event, leaf) for event, leaf in zip(act.events, leaves, strict=True)),
            tuple(leaf.leaf_hash for leaf in leaves),
        )

    def _event(self, event: SealedEvent, not_before: int) -> LeafRow:
        stream, plan = event.stream_id.hex, event.plan_id.hex
        version = event.originator_version
        self._cursor.execute(_EVENT, (stream, version, plan, event.topic, event.state))
        previous = self._previous(stream, version)
        leaf, self._edge = lay(self._edge, self._origin, event, previous, not_before)
        self._cursor.execute(
            _LEAF,
            (leaf.seq, stream, version, plan, leaf.recorded_at, event.event_id.bytes,
             previous, leaf.state_hash, leaf.leaf_hash),
        )  # fmt: skip
        return leaf

    def _previous(self, stream: str, version: int) -> bytes:
        if version == 1:
            return b""
        self._cursor.execute(rows.PREVIOUS, (stream, version - 1))
        found = self._cursor.fetchone()
        if found is None:
            raise _OutOfTurn(stream)
        return bytes(found[0])

    def _answer(self, answer: SealedAnswer, last: LeafRow) -> None:
        place = last.plan_id.hex, last.stream_id.hex, last.version
        row = answer.scope_key, answer.request_mac, *place, answer.sealed, last.recorded_at
        self._cursor.execute(_ANSWER, row)


class _OutOfTurn(Exception):
    """The version does not follow the last one of its stream."""


def recall(cursor: SQLiteCursor, act: SealedAct) -> StoredAct | Conflict | None:
    """How an act stands: recorded already, refused by what is there, or neither."""
    return _stored(cursor, act) or _key_conflict(cursor, act) or _version_conflict(cursor, act)


def _stored(cursor: SQLiteCursor, act: SealedAct) -> StoredAct | None:
    events, hashes = [], []
    for event in act.events:
        cursor.execute(rows.OF_EVENT_ID, (event.event_id.bytes,))
        found = cursor.fetchone()
        stored = None if found is None else rows.recorded_event(found[1:])
        if stored is None or _place(stored) != _place(event):
            return None
        hashes.append(bytes(found[0]))
        events.append(stored)
    return StoredAct(tuple(events), tuple(hashes))


def _place(event: StoredEvent) -> tuple[UUID | str, int]:
    return event.originator_id, event.originator_version


def _key_conflict(cursor: SQLiteCursor, act: SealedAct) -> KeyConflict | None:
    if act.answer is None:
        return None
    cursor.execute(rows.ANSWER, (act.answer.scope_key,))
    return None if cursor.fetchone() is None else KeyConflict(act.answer.scope_key)


def _version_conflict(cursor: SQLiteCursor, act: SealedAct) -> VersionConflict | None:
    expected: dict[UUID, int] = {}
    for event in act.events:
        stream = event.stream_id
        if stream not in expected:
            cursor.execute(rows.HEAD_OF, (stream.hex,))
            expected[stream] = cursor.fetchone()[0] + 1
        if event.originator_version != expected[stream]:
            return VersionConflict(stream, event.originator_version, expected[stream] - 1)
        expected[stream] += 1
    return None


def _recorded(event: SealedEvent, leaf: LeafRow) -> RecordedEvent:
    return RecordedEvent(
        event.originator_id,
        event.originator_version,
        event.topic,
        event.state,
        leaf.seq,
        event.plan_id,
        leaf.recorded_at,
    )
