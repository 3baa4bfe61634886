"""The subtrees that are kept of a log's tree, held against its leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from shared.record.frontier import Frontier
from shared.record.insertion import KEPT_LEVELS
from shared.record.merkle import completed
from shared.record.walk import Fault, Finding

_TILE = 1 << KEPT_LEVELS


class Subtrees:
    """``kept(level, tiles)`` gives what is kept of a level in these tiles of sixteen.

    One that is not kept is no fault: an older version of Vangnet kept none.
    """

    def __init__(self, kept: Callable[[int, Sequence[int]], Iterable[tuple[int, bytes]]]) -> None:
        self._kept = kept
        self._found: dict[tuple[int, int], dict[int, bytes]] = {}

    def step(self, edge: Frontier, leaf_hash: bytes) -> Iterator[Finding]:
        """One more leaf behind ``edge``."""
        for level, index, digest in completed(edge.peaks, edge.size, leaf_hash):
            if level % KEPT_LEVELS == 0:
                place = level, index // _TILE
                tile = self._found.setdefault(place, {})
                tile[index] = digest
                if len(tile) == _TILE:
                    yield from self._compared(*place)

    def rest(self) -> Iterator[Finding]:
        """Behind the last leaf."""
        for place in sorted(self._found):
            yield from self._compared(*place)

    def _compared(self, level: int, tile: int) -> Iterator[Finding]:
        expected = self._found.pop((level, tile))
        for index, digest in self._kept(level, [tile]):
            # What was completed since is not ours to judge.
            if expected.get(index, digest) != digest:
                yield Finding(Fault.SUBTREE, (index + 1) << level)
