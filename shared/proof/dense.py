"""A tree in memory, of which leaves may change: 64 bytes per leaf."""

from __future__ import annotations

from collections.abc import Sequence

from shared.proof.paths import folded, inclusion, whole
from vangnet_verify.tree import node_hash


class DenseTree:
    """The complete subtrees of a growing list of leaf hashes (RFC 6962)."""

    def __init__(self) -> None:
        self._levels: list[list[bytes]] = [[]]

    def __len__(self) -> int:
        return len(self._levels[0])

    def put(self, index: int, leaf: bytes) -> None:
        """Makes this the leaf hash at ``index``, which is there or the next."""
        level, node = 0, leaf
        while True:
            nodes = self._levels[level]
            nodes[index : index + 1] = [node]
            if len(nodes) < (index | 1) + 1:
                return
            index >>= 1
            level += 1
            if level == len(self._levels):
                self._levels.append([])
            node = node_hash(nodes[2 * index], nodes[2 * index + 1])

    def complete(self, level: int, index: int) -> bytes:
        """The hash of a complete subtree."""
        return self._levels[level][index]

    def root(self) -> bytes:
        """The tree head."""
        return folded(whole(len(self)), self.complete)

    def proof(self, index: int) -> Sequence[bytes]:
        """The audit path of a leaf."""
        return [folded(cover, self.complete) for cover in inclusion(index, len(self))]
