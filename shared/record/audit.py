"""The audit of a record's rows, which needs no keys: is everything still as it was written?"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from uuid import UUID

import msgspec

from shared.record.envelope import Envelope, unpack
from shared.record.errors import TamperedError
from shared.record.frontier import Frontier, LeafRow
from shared.record.leaf import Leaf, leaf_hash
from shared.record.merkle import extend, root


class Fault(enum.Enum):
    """What is not as it was written."""

    EVENT_MISSING = "een blad zonder gebeurtenis"
    LEAF_MISSING = "een gebeurtenis zonder blad"
    GAP = "een volgnummer ontbreekt"
    CLOCK = "niet later vastgelegd dan de vorige"
    STATE = "de bytes zijn gewijzigd"
    IDS = "plan of id past niet bij de bytes"
    LEAF = "het blad is gewijzigd"
    CHAIN = "sluit niet aan op de vorige in zijn stroom"
    FRONTIER = "het einde van het register klopt niet"


class Finding(msgspec.Struct, frozen=True):
    """One fault and where: a ``seq``, 0 for an event without a leaf and for the record's end."""

    fault: Fault
    seq: int


class StoredRow(msgspec.Struct, frozen=True):
    """One row of the event table, as it stands."""

    plan_id: UUID
    topic: str
    state: bytes


class Row(msgspec.Struct, frozen=True):
    """A leaf with its event; one of the two may be missing."""

    leaf: LeafRow | None
    event: StoredRow | None


def audit(origin: str, rows: Iterable[Row], frontier: Callable[[], Frontier]) -> list[Finding]:
    """Every fault in the rows, in ``seq`` order, and at the end.

    Others may go on appending: ``frontier`` is asked before the first row and after the last, and
    the rows must have reached the one and not have passed the other. It compares the rows with
    each other; that nobody rewrote all of them consistently, the witnessed checkpoint proves
    (integrity.md 2.5).
    """
    walk = _Walk(origin, frontier())
    return [*walk.through(rows), *walk.end(frontier())]


class _Walk:
    def __init__(self, origin: str, before: Frontier) -> None:
        self._origin = origin
        self._heads: dict[UUID, tuple[int, bytes]] = {}
        self._edge = Frontier(0, 0, ())
        self._before = _edge(before)
        self._reached = self._before == _edge(self._edge)

    def through(self, rows: Iterable[Row]) -> Iterator[Finding]:
        for row in rows:
            if row.leaf is None:
                yield Finding(Fault.LEAF_MISSING, 0)
            else:
                yield from (Finding(fault, row.leaf.seq) for fault in self._of(row.leaf, row.event))
                self._advance(row.leaf)

    def _of(self, leaf: LeafRow, event: StoredRow | None) -> Iterator[Fault]:
        if leaf.seq != self._edge.size + 1:
            yield Fault.GAP
        if leaf.recorded_at <= self._edge.recorded_at:
            yield Fault.CLOCK
        if (leaf.version - 1, leaf.previous) != self._heads.get(leaf.stream_id, (0, b"")):
            yield Fault.CHAIN
        if event is None:
            yield Fault.EVENT_MISSING
        else:
            yield from _of_event(self._origin, leaf, event)

    def _advance(self, leaf: LeafRow) -> None:
        self._heads[leaf.stream_id] = leaf.version, leaf.leaf_hash
        peaks = extend(self._edge.peaks, self._edge.size, leaf.leaf_hash)
        self._edge = Frontier(self._edge.size + 1, leaf.recorded_at, peaks)
        self._reached |= self._edge.size == self._before[0] and _edge(self._edge) == self._before

    def end(self, after: Frontier) -> Iterator[Finding]:
        passed = self._edge.size >= after.size and _edge(self._edge) != _edge(after)
        if passed or not self._reached:
            yield Finding(Fault.FRONTIER, 0)


def _edge(frontier: Frontier) -> tuple[int, int, bytes]:
    return frontier.size, frontier.recorded_at, root(frontier.peaks)


def _of_event(origin: str, leaf: LeafRow, event: StoredRow) -> Iterator[Fault]:
    if sha256(event.state).digest() != leaf.state_hash:
        yield Fault.STATE
    try:
        envelope = unpack(event.state)
    except TamperedError:
        return
    if not leaf.plan_id == event.plan_id == envelope.plan_id or leaf.event_id != envelope.event_id:
        yield Fault.IDS
    if leaf_hash(_expected(origin, leaf, event.topic, envelope)) != leaf.leaf_hash:
        yield Fault.LEAF


def _expected(origin: str, leaf: LeafRow, topic: str, envelope: Envelope) -> Leaf:
    return Leaf(
        recorded_at=leaf.recorded_at,
        commitments=envelope.commitments,
        stream_id=str(leaf.stream_id),
        origin=origin,
        previous=leaf.previous.hex(),
        state_hash=leaf.state_hash.hex(),
        topic=topic,
        version=leaf.version,
    )
