"""Reading the record's tables: the statements, and rows as the structs they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from shared.record.appending import AnswerRow
from shared.record.destruction import Opened
from shared.record.frontier import Frontier, LeafRow, unpack
from shared.record.stored import RecordedEvent
from shared.record.walk import Gone, Row, StoredRow

_EVENTS = (
    "SELECT e.originator_id, e.originator_version, e.topic, e.state, l.seq, e.plan_id, "
    "l.recorded_at FROM leaf l JOIN stored_events e USING (originator_id, originator_version) "
)
OF_PLAN = _EVENTS + "WHERE l.plan_id = ? AND l.seq > ? ORDER BY l.seq"
OF_PLAN_PAGE = OF_PLAN + " LIMIT ?"
OF_STREAM = (
    _EVENTS + "WHERE l.originator_id = ? AND l.originator_version > ? "
    "AND l.originator_version <= ? ORDER BY l.originator_version {} LIMIT ?"
)
OF_EVENT_ID = _EVENTS.replace("SELECT ", "SELECT l.leaf_hash, ") + "WHERE l.event_id = ?"
# Walks the leaves and looks for an earlier one of the same plan, so that a page costs what it
# shows and not the whole table.
PLANS = (
    "SELECT l.seq, l.plan_id FROM leaf l WHERE l.seq > ? AND NOT EXISTS "
    "(SELECT 1 FROM leaf p WHERE p.plan_id = l.plan_id AND p.seq < l.seq) ORDER BY l.seq LIMIT ?"
)
ANSWER = (
    "SELECT request_mac, plan_id, originator_id, originator_version, answer, recorded_at "
    "FROM idempotency WHERE scope_key = ?"
)
FRONTIER = "SELECT size, recorded_at, peaks FROM frontier WHERE id = 1"
HEAD_OF = "SELECT coalesce(max(originator_version), 0) FROM leaf WHERE originator_id = ?"
_LEAF = (
    "SELECT l.seq, l.originator_id, l.originator_version, l.plan_id, l.recorded_at, l.event_id, "
    "l.prev, l.state_hash, l.leaf_hash, e.plan_id, e.topic, e.state"
)
_NEXT = "SELECT seq FROM (SELECT seq FROM {} WHERE seq > ? ORDER BY seq LIMIT ?) AS next"
# In one statement: a dossier that is destroyed meanwhile is there as a whole, or gone.
LEAVES = (
    _LEAF + ", page.seq, d.leaf_hash, d.by_seq "
    f"FROM ({_NEXT.format('leaf')} UNION {_NEXT.format('destroyed')} ORDER BY seq LIMIT ?) AS page "
    "LEFT JOIN leaf l ON l.seq = page.seq LEFT JOIN destroyed d ON d.seq = page.seq "
    "LEFT JOIN stored_events e ON e.originator_id = l.originator_id "
    "AND e.originator_version = l.originator_version ORDER BY page.seq"
)
LEAVES_OF = (
    _LEAF + " FROM leaf l LEFT JOIN stored_events e USING (originator_id, originator_version) "
    "WHERE l.plan_id = ? AND l.seq <= ? ORDER BY l.seq"
)
SEQS_OF = "SELECT seq FROM leaf WHERE plan_id = ? ORDER BY seq"
DESTRUCTIONS = "SELECT seq FROM destruction ORDER BY seq"
DESTRUCTION = (
    "SELECT d.seq, d.salt, d.content, d.receipt, e.topic, e.state FROM destruction d "
    "JOIN leaf l USING (seq) JOIN stored_events e USING (originator_id, originator_version) "
    "WHERE d.seq = ?"
)
LEAFLESS = (
    "SELECT e.originator_id, e.originator_version FROM stored_events e "
    "LEFT JOIN leaf l USING (originator_id, originator_version) WHERE l.seq IS NULL"
)

# The same few streams and plans come by again and again, and parsing a UUID is not cheap.
uuid = lru_cache(maxsize=4096)(UUID)


def of_seqs(topics: int = 0) -> str:
    """The statement for the events between two ``seq``, up to a limit, of so many topics."""
    among = f"AND e.topic IN ({','.join('?' * topics)}) " if topics else ""
    return _EVENTS + f"WHERE l.seq >= ? AND l.seq <= ? {among}ORDER BY l.seq LIMIT ?"


def of_plan_topics(topics: int) -> str:
    """The statement for the events of a plan that follow a ``seq``, of so many topics."""
    among = f"AND e.topic IN ({','.join('?' * topics)}) "
    return _EVENTS + f"WHERE l.plan_id = ? AND l.seq > ? {among}ORDER BY l.seq"


def hashes(level: int, tiles: int) -> str:
    """The statement for what a level of the log's tree has in so many tiles of sixteen."""
    among = f"(VALUES {', '.join(['(?)'] * tiles)}) AS tile"
    if level == 0:
        bounds = "l.seq > tile.column1 * 16 AND l.seq <= tile.column1 * 16 + 16"
        of = "SELECT l.seq - 1, l.leaf_hash FROM tile JOIN {} l ON " + bounds
        tile = f"WITH tile AS (SELECT * FROM {among}) "
        return f"{tile}{of.format('leaf')} UNION ALL {of.format('destroyed')}"
    bounds = "s.number >= tile.column1 * 16 AND s.number < tile.column1 * 16 + 16"
    return f"SELECT s.number, s.hash FROM {among} JOIN subtree s ON {bounds} AND s.level = ?"


def recorded_event(row: Sequence[Any]) -> RecordedEvent:
    """A row of one of the event statements."""
    stream, version, topic, state, seq, plan, at = row
    return RecordedEvent(uuid(stream), version, topic, state, seq, uuid(plan), at)


def answer_row(row: Sequence[Any]) -> AnswerRow:
    """A row of ``ANSWER``."""
    mac, plan, stream, version, answer, at = row
    return AnswerRow(mac, UUID(plan), UUID(stream), version, answer, at)


def frontier(row: Sequence[Any]) -> Frontier:
    """The row of ``FRONTIER``."""
    size, at, peaks = row
    return Frontier(size, at, unpack(peaks))


def log_row(row: Sequence[Any]) -> Row | Gone:
    """A row of ``LEAVES``."""
    *stored, seq, digest, by_seq = row
    return audit_row(stored) if stored[0] is not None else Gone(seq, digest, by_seq)


def opened(row: Sequence[Any]) -> Opened:
    """A row of ``DESTRUCTION``."""
    return Opened(*row)


def audit_row(row: Sequence[Any]) -> Row:
    """A row of ``LEAVES_OF``: its event may be missing."""
    *leaf, plan, topic, state = row
    event = None if plan is None else StoredRow(uuid(plan), topic, state)
    return Row(_leaf(*leaf), event)


def _leaf(
    seq: int,
    stream: str,
    version: int,
    plan: str,
    at: int,
    event_id: bytes,
    previous: bytes,
    state_hash: bytes,
    digest: bytes,
) -> LeafRow:
    ids = uuid(stream), version, uuid(plan), at, UUID(bytes=event_id)
    return LeafRow(seq, *ids, previous, state_hash, digest)
