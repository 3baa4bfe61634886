"""How an act stands that may have been recorded before."""

from __future__ import annotations

from uuid import UUID

from eventsourcing.persistence import Cursor, StoredEvent

from shared.record import rows
from shared.record.appending import Conflict, KeyConflict, SealedAct, StoredAct, VersionConflict


def recall(cursor: Cursor, act: SealedAct) -> StoredAct | Conflict | None:
    """Recorded already, refused by what is there, or None: neither."""
    return _stored(cursor, act) or _key_conflict(cursor, act) or _version_conflict(cursor, act)


def _stored(cursor: Cursor, act: SealedAct) -> StoredAct | None:
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


def _key_conflict(cursor: Cursor, act: SealedAct) -> KeyConflict | None:
    if act.answer is None:
        return None
    cursor.execute(rows.ANSWER, (act.answer.scope_key,))
    return None if cursor.fetchone() is None else KeyConflict(act.answer.scope_key)


def _version_conflict(cursor: Cursor, act: SealedAct) -> VersionConflict | None:
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
