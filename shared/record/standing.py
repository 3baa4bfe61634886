"""What an append finds: the edge of the log, and whatever its acts could run into."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from uuid import UUID

import msgspec
from eventsourcing.persistence import Cursor

from shared.record.appending import SealedAct
from shared.record.frontier import Frontier, unpack

_EDGE = "SELECT 'edge', '', size, recorded_at, peaks, {clock} FROM frontier WHERE id = 1"
_HEADS = (
    "SELECT 'head', l.originator_id, l.originator_version, 0, l.leaf_hash, 0 "
    "FROM (VALUES {}) AS stream JOIN leaf l ON l.originator_id = stream.column1 "
    "AND l.originator_version = (SELECT max(originator_version) FROM leaf "
    "WHERE originator_id = stream.column1)"
)
_USED = "SELECT 'used', '', 0, 0, event_id, 0 FROM leaf WHERE event_id IN ({})"
_KEPT = "SELECT 'kept', '', 0, 0, scope_key, 0 FROM idempotency WHERE scope_key IN ({})"


class Standing(msgspec.Struct):
    """``heads``: version and leaf hash of the last event of each stream. ``used``: the event ids,

    ``kept``: the idempotency keys that are there already. ``now``: the database's clock, in µs
    since 1970 UTC. It grows along with the append.
    """

    edge: Frontier
    now: int
    heads: dict[UUID, tuple[int, bytes]]
    used: set[bytes]
    kept: set[bytes]

    def fits(self, act: SealedAct) -> bool:
        """Whether nothing here is in the way of the act."""
        if act.answer is not None and act.answer.scope_key in self.kept:
            return False
        expected: dict[UUID, int] = {}
        for event in act.events:
            stream = event.stream_id
            last = expected.get(stream) or self.heads.get(stream, (0, b""))[0]
            if event.originator_version != last + 1 or event.event_id.bytes in self.used:
                return False
            expected[stream] = last + 1
        return True


def standing(cursor: Cursor, acts: Sequence[SealedAct], clock: str) -> Standing:
    """How things stand, in one statement. ``clock``: the database's expression for the moment."""
    streams = {event.stream_id.hex for act in acts for event in act.events}
    ids = {event.event_id.bytes for act in acts for event in act.events}
    keys = {act.answer.scope_key for act in acts if act.answer is not None}
    statement = _statement(clock, len(streams), len(ids), len(keys))
    cursor.execute(statement, (*streams, *ids, *keys))
    found = Standing(Frontier(0, 0, ()), 0, {}, set(), set())
    for what, stream, number, at, content, now in cursor.fetchall():
        if what == "edge":
            found.edge, found.now = Frontier(number, at, unpack(content)), now
        elif what == "head":
            found.heads[UUID(stream)] = number, content
        else:
            (found.used if what == "used" else found.kept).add(content)
    return found


@lru_cache(maxsize=256)
def _statement(clock: str, streams: int, ids: int, keys: int) -> str:
    parts = [_EDGE.format(clock=clock), _HEADS.format(_many("(?)", streams))]
    parts.append(_USED.format(_many("?", ids)))
    if keys:
        parts.append(_KEPT.format(_many("?", keys)))
    return " UNION ALL ".join(parts)


def _many(one: str, times: int) -> str:
    return ", ".join([one] * times)
