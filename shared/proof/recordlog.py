"""The record's log, as the signer reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shared.proof.heads import Heads
from shared.record.frontier import Frontier
from shared.record.recorder import RecordRecorder
from shared.record.walk import Finding, Row, Walk, rehashed


class RecordLog:
    """The rows of one record, as they are stored. ``origin``: what its leaves name it."""

    def __init__(self, origin: str, ledger: RecordRecorder) -> None:
        self._origin = origin
        self._ledger = ledger

    def rows(self, after: int) -> Iterator[Row]:
        """Every leaf that follows ``after`` with its event."""
        return self._ledger.rows(after)

    def walk(self) -> RecordWalk:
        """From the first event on."""
        return RecordWalk(self._origin)


class RecordWalk:
    """Hashes every event again, and keeps where each plan ends."""

    def __init__(self, origin: str) -> None:
        self.heads = Heads()
        self._origin = origin
        self._walk = Walk(origin)

    @property
    def edge(self) -> Frontier:
        """How far it came."""
        return self._walk.edge

    def step(self, row: Row) -> Sequence[Finding]:
        """What is wrong with the next event."""
        leaf = row.leaf
        self.heads.add(leaf.plan_id, leaf.stream_id, leaf.version, leaf.leaf_hash)
        return list(self._walk.step(row))

    def hashed(self, row: Row) -> tuple[int, bytes]:
        """The ``seq`` of an event, and its leaf hash from its stored bytes."""
        return row.leaf.seq, rehashed(self._origin, row) or b""
