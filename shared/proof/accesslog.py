"""The access log, as the signer reads it: a tree of its own, that looks do not swell the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shared.access.chain import START, link
from shared.access.log import AccessLog, KeptEntry
from shared.proof.heads import Heads
from shared.record.frontier import Frontier
from shared.record.merkle import extend
from shared.record.walk import Fault, Finding
from vangnet_verify.tree import leaf_hash

_PAGE = 500


class SignedAccessLog:
    """The rows of one access log."""

    def __init__(self, log: AccessLog) -> None:
        self._log = log

    def rows(self, after: int) -> Iterator[KeptEntry]:
        """Every row that follows ``after``."""
        while page := self._log.after(after, _PAGE):
            yield from page
            after = page[-1].seq

    def walk(self) -> AccessWalk:
        """From the first row on."""
        return AccessWalk()


class AccessWalk:
    """Hashes every row again. Its leaves are the hashes of the chain; no plan ends in it."""

    def __init__(self) -> None:
        self.heads = Heads()
        self.edge = Frontier(0, 0, ())
        self._previous = START

    @property
    def outdated(self) -> bool:
        """Never: its rows stay."""
        return False

    def step(self, row: KeptEntry) -> Sequence[Finding]:
        """Whether the next row was altered, moved, removed or inserted: the place where."""
        place = self.edge.size + 1
        expected = link(place, self._previous, row.entry)
        sound = (row.seq, row.previous, row.hash) == (place, self._previous, expected)
        self._previous = row.hash
        peaks = extend(self.edge.peaks, self.edge.size, leaf_hash(row.hash))
        self.edge = Frontier(place, 0, peaks)
        return [] if sound else [Finding(Fault.ACCESS, place)]

    def hashed(self, row: KeptEntry) -> tuple[int, bytes]:
        """The place of a row, and its leaf hash from its stored bytes."""
        return row.seq, leaf_hash(link(row.seq, row.previous, row.entry))
