"""A tree of which a database has the leaves, and one in so many of the subtrees above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from shared.proof.paths import folded
from vangnet_verify.tree import node_hash

STEP = 4
TILE = 1 << STEP

# Of a level (0, 4, 8 ...), what is there of these tiles of sixteen: number and hash.
Select = Callable[[int, Sequence[int]], Iterable[tuple[int, bytes]]]


class StoredTree:
    """Reads whole tiles, once each. For the making of one proof or one dossier."""

    def __init__(self, select: Select) -> None:
        self._select = select
        self._tiles: dict[tuple[int, int], dict[int, bytes]] = {}
        # The proofs of one plan have most of their subtrees in common.
        self._loaded: set[tuple[int, int]] = set()
        self._found: dict[tuple[int, int], bytes] = {}

    def prove(self, covers: Sequence[list[tuple[int, int]]]) -> list[bytes]:
        """The hashes that a proof is made of (:mod:`shared.proof.paths`)."""
        self.load({node for cover in covers for node in cover})
        return [folded(cover, self.complete) for cover in covers]

    def load(self, nodes: AbstractSet[tuple[int, int]]) -> None:
        """Reads what these complete subtrees need, in one go per level."""
        wanted: dict[int, set[int]] = defaultdict(set)
        new = nodes - self._loaded
        self._loaded |= new
        for level, index in new:
            base, start = _place(level, index)
            if (base, start // TILE) not in self._tiles:
                wanted[base].add(start // TILE)
        for base, tiles in wanted.items():
            self._read(base, sorted(tiles))

    def complete(self, level: int, index: int) -> bytes:
        """The hash of a complete subtree. Raises LookupError when a leaf of it is not there."""
        found = self._found.get((level, index))
        if found is not None:
            return found
        base, start = _place(level, index)
        nodes = [self._node(base, start + n) for n in range(1 << (level - base))]
        while len(nodes) > 1:
            pairs = zip(nodes[::2], nodes[1::2], strict=True)
            nodes = [node_hash(left, right) for left, right in pairs]
        self._found[level, index] = nodes[0]
        return nodes[0]

    def _node(self, base: int, index: int) -> bytes:
        if (base, index // TILE) not in self._tiles:
            self._read(base, [index // TILE])
        found = self._tiles[base, index // TILE].get(index)
        if found is not None:
            return found
        if base == 0:
            raise LookupError(f"leaf {index} is not there")
        # An older version of Vangnet kept no subtrees, also while it runs beside this one.
        return node_hash(self.complete(base - 1, 2 * index), self.complete(base - 1, 2 * index + 1))

    def _read(self, base: int, tiles: Sequence[int]) -> None:
        for tile in tiles:
            self._tiles[base, tile] = {}
        for index, digest in self._select(base, tiles):
            self._tiles[base, index // TILE][index] = digest


def _place(level: int, index: int) -> tuple[int, int]:
    """The level that is kept below this one, and where in it the subtree begins."""
    base = level - level % STEP
    return base, index << (level - base)
