"""Going through a record's rows and hashing all of it again. Needs no keys."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from hashlib import sha256
from uuid import UUID

import msgspec

from shared.record.destruction import Destructions
from shared.record.envelope import Envelope, unpack
from shared.record.errors import TamperedError
from shared.record.frontier import Frontier, LeafRow
from shared.record.leaf import Leaf, leaf_hash
from shared.record.merkle import extend


class Fault(enum.Enum):
    """What is not as it was written."""

    REMOVED = "is verwijderd, en niets zegt dat dat mocht"
    RETURNED = "hoort bij een vernietigd dossier en staat er weer"
    STATEMENT = "wat over een vernietiging is opengelegd, is niet wat is vastgelegd"
    RECEIPT = "dat dit dossier is vernietigd, is niet door de dienst zelf ondertekend"
    SUBTREE = "een deelboom tot hier klopt niet met de bladen"
    EVENT_MISSING = "een blad zonder gebeurtenis"
    LEAF_MISSING = "een gebeurtenis zonder blad"
    GAP = "een volgnummer ontbreekt"
    CLOCK = "niet later vastgelegd dan de vorige"
    STATE = "de bytes zijn gewijzigd"
    IDS = "plan of id past niet bij de bytes"
    LEAF = "het blad is gewijzigd"
    CHAIN = "sluit niet aan op de vorige in zijn stroom"
    FRONTIER = "het einde van het register klopt niet"
    REWRITTEN = "tot hier is het een ander register dan er is ondertekend"
    SHORTER = "tot hier is ondertekend, en het register is korter"
    SIGNATURE = "de handtekening onder de stand tot hier klopt niet"
    ACCESS = "het toegangslog is vanaf hier gewijzigd"


class Finding(msgspec.Struct, frozen=True):
    """One fault and where: a ``seq``, 0 for an event without a leaf and for the record's end, and

    the stream and version, if it is of an event.
    """

    fault: Fault
    seq: int
    stream_id: UUID | None = None
    version: int = 0


class StoredRow(msgspec.Struct, frozen=True):
    """One row of the event table, as it stands."""

    plan_id: UUID
    topic: str
    state: bytes


class Row(msgspec.Struct, frozen=True):
    """A leaf with its event, which may be missing."""

    leaf: LeafRow
    event: StoredRow | None

    @property
    def seq(self) -> int:
        """Its place in the log, from 1."""
        return self.leaf.seq

    @property
    def leaf_hash(self) -> bytes:
        """The hash that is kept of its leaf."""
        return self.leaf.leaf_hash


class Gone(msgspec.Struct, frozen=True):
    """What is left of a leaf and its event: its place in the tree, and the ``seq`` of what says

    that it may be gone.
    """

    seq: int
    leaf_hash: bytes
    by_seq: int


class Walk:
    """From the first row on, each against those before it. ``edge``: how far it came, and when

    the last row was recorded that is there. ``destructions``: read before the first row is.
    """

    def __init__(self, origin: str, destructions: Destructions) -> None:
        self.edge = Frontier(0, 0, ())
        self._origin = origin
        self._destructions = destructions
        self._heads: dict[UUID, tuple[int, bytes]] = {}

    def step(self, row: Row | Gone) -> Iterator[Finding]:
        """What is wrong with the next row; the walk goes on with what its leaf says."""
        if isinstance(row, Gone):
            yield from self._over(row)
            return
        leaf = row.leaf
        for fault in self._of(leaf, row.event):
            yield Finding(fault, leaf.seq, leaf.stream_id, leaf.version)
        self._heads[leaf.stream_id] = leaf.version, leaf.leaf_hash
        self._move(leaf.leaf_hash, leaf.recorded_at)

    def _over(self, gone: Gone) -> Iterator[Finding]:
        if gone.seq != self.edge.size + 1:
            yield Finding(Fault.GAP, gone.seq)
        if not self._destructions.allow(gone.seq, gone.by_seq):
            yield Finding(Fault.REMOVED, gone.seq)
        self._move(gone.leaf_hash, self.edge.recorded_at)

    def _move(self, leaf_hash: bytes, recorded_at: int) -> None:
        peaks = extend(self.edge.peaks, self.edge.size, leaf_hash)
        self.edge = Frontier(self.edge.size + 1, recorded_at, peaks)

    def _of(self, leaf: LeafRow, event: StoredRow | None) -> Iterator[Fault]:
        if self._destructions.are_of(leaf.seq):
            yield Fault.RETURNED
        if leaf.seq != self.edge.size + 1:
            yield Fault.GAP
        if leaf.recorded_at <= self.edge.recorded_at:
            yield Fault.CLOCK
        if (leaf.version - 1, leaf.previous) != self._heads.get(leaf.stream_id, (0, b"")):
            yield Fault.CHAIN
        if event is None:
            yield Fault.EVENT_MISSING
        else:
            yield from _of_event(self._origin, leaf, event)


def rehashed(origin: str, row: Row) -> bytes | None:
    """The leaf hash that a row should have, from its stored bytes; None when there are none."""
    if row.event is None:
        return None
    try:
        envelope = unpack(row.event.state)
    except TamperedError:
        return None
    state_hash = sha256(row.event.state).hexdigest()
    return leaf_hash(_expected(origin, row.leaf, row.event.topic, state_hash, envelope))


def _of_event(origin: str, leaf: LeafRow, event: StoredRow) -> Iterator[Fault]:
    state_hash = sha256(event.state).digest()
    if state_hash != leaf.state_hash:
        yield Fault.STATE
    try:
        envelope = unpack(event.state)
    except TamperedError:
        return
    if not leaf.plan_id == event.plan_id == envelope.plan_id or leaf.event_id != envelope.event_id:
        yield Fault.IDS
    # With the hash that the leaf gives, so that bytes that changed are one finding and not two.
    if leaf_hash(_expected(origin, leaf, event.topic, leaf.state_hash.hex(), envelope)) != (
        leaf.leaf_hash
    ):
        yield Fault.LEAF


def _expected(origin: str, leaf: LeafRow, topic: str, state_hash: str, envelope: Envelope) -> Leaf:
    return Leaf(
        recorded_at=leaf.recorded_at,
        commitments=envelope.commitments,
        stream_id=str(leaf.stream_id),
        origin=origin,
        previous=leaf.previous.hex(),
        state_hash=state_hash,
        topic=topic,
        version=leaf.version,
    )
