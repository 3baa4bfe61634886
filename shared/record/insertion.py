"""The one transaction of an append: which acts stand, and the leaves they get."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from eventsourcing.persistence import Cursor, IntegrityError

from shared.record.appending import Conflict, SealedAct, SealedAnswer, StoredAct
from shared.record.frontier import LeafRow, lay
from shared.record.merkle import completed
from shared.record.micros import to_micros
from shared.record.recalling import recall
from shared.record.standing import Standing
from shared.record.stored import RecordedEvent, SealedEvent

_EVENT = "INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)"
_LEAF = "INSERT INTO leaf VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ANSWER = "INSERT INTO idempotency VALUES (?, ?, ?, ?, ?, ?, ?)"
_SUBTREE = "INSERT INTO subtree VALUES (?, ?, ?)"
_FRONTIER = "UPDATE frontier SET size = ?, recorded_at = ?, peaks = ? WHERE id = 1"

# Of the complete subtrees, those of one leaf, of 16, 256 and so on are kept: enough to prove
# something of a long log without going through all of it.
KEPT_LEVELS = 4


class Insertion:
    """An append in progress, by the only one who appends. ``clock`` in place of the database's.

    What was found at the start says whether an act conflicts, so that one that does leaves no
    trace and ``seq`` stays gapless; the tables' own constraints stand behind that.
    """

    def __init__(
        self, cursor: Cursor, origin: str, found: Standing, clock: Callable[[], datetime] | None
    ) -> None:
        self._cursor = cursor
        self._origin = origin
        self._found = found
        self._kept = found.edge
        self._now = found.now if clock is None else to_micros(clock())

    def act(self, act: SealedAct) -> StoredAct | Conflict:
        """Records one act, or says what it conflicts with. Raises IntegrityError for misuse."""
        if self._found.fits(act):
            return self._record(act)
        known = recall(self._cursor, act)
        if known is None:
            raise IntegrityError("an event id was used before, for another event")
        return known

    def finish(self) -> None:
        """Keeps the edge of the log, if it moved."""
        edge = self._found.edge
        if edge is not self._kept:
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
        found = self._found
        _, previous = found.heads.get(event.stream_id, (0, b""))
        before = found.edge
        leaf, found.edge = lay(before, self._origin, event, previous, not_before)
        self._cursor.execute(_EVENT, (stream, version, plan, event.topic, event.state))
        self._cursor.execute(
            _LEAF,
            (leaf.seq, stream, version, plan, leaf.recorded_at, event.event_id.bytes,
             previous, leaf.state_hash, leaf.leaf_hash),
        )  # fmt: skip
        for level, index, digest in completed(before.peaks, before.size, leaf.leaf_hash):
            if level % KEPT_LEVELS == 0:
                self._cursor.execute(_SUBTREE, (level, index, digest))
        found.heads[event.stream_id] = version, leaf.leaf_hash
        found.used.add(event.event_id.bytes)
        return leaf

    def _answer(self, answer: SealedAnswer, last: LeafRow) -> None:
        place = last.plan_id.hex, last.stream_id.hex, last.version
        row = answer.scope_key, answer.request_mac, *place, answer.sealed, last.recorded_at
        self._cursor.execute(_ANSWER, row)
        self._found.kept.add(answer.scope_key)


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
