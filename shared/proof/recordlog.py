"""The record's log, as the signer reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shared.proof.heads import Heads
from shared.record.destruction import Destructions
from shared.record.frontier import Frontier
from shared.record.recorder import RecordRecorder
from shared.record.walk import Finding, Gone, Row, Walk, rehashed


class RecordLog:
    """The rows of one record, as they are stored. ``origin``: what its leaves name it."""

    def __init__(self, origin: str, ledger: RecordRecorder) -> None:
        self._origin = origin
        self._ledger = ledger

    def rows(self, after: int) -> Iterator[Row | Gone]:
        """Every leaf that follows ``after`` with its event, or what is left of them."""
        return self._ledger.rows(after)

    def walk(self) -> RecordWalk:
        """From the first event on."""
        return RecordWalk(self._origin, self._ledger)


class RecordWalk:
    """Hashes every event again, and keeps where each plan ends."""

    def __init__(self, origin: str, ledger: RecordRecorder) -> None:
        self.heads = Heads()
        self._origin = origin
        self._ledger = ledger
        self._destructions = Destructions(ledger)
        self._walk = Walk(origin, self._destructions)

    @property
    def edge(self) -> Frontier:
        """How far it came."""
        return self._walk.edge

    @property
    def outdated(self) -> bool:
        """Whether a dossier was destroyed since it began: rows that it saw are gone."""
        return self._destructions.carried_out != frozenset(self._ledger.destructions())

    def step(self, row: Row | Gone) -> Sequence[Finding]:
        """What is wrong with the next event."""
        if isinstance(row, Row):
            leaf = row.leaf
            self.heads.add(leaf.plan_id, leaf.stream_id, leaf.version, leaf.leaf_hash)
        elif (said := self._destructions.by(row.by_seq)) is not None:
            self.heads.vacate(said.plan)
        return list(self._walk.step(row))

    def hashed(self, row: Row | Gone) -> tuple[int, bytes]:
        """The ``seq`` of an event, and its leaf hash from its stored bytes while they are there."""
        if isinstance(row, Gone):
            return row.seq, row.leaf_hash
        return row.seq, rehashed(self._origin, row) or b""
