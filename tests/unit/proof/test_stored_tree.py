"""What a database keeps of a tree proves the same as all of it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence

import pytest

from shared.proof.dense import DenseTree
from shared.proof.paths import consistency, folded, inclusion, whole
from shared.proof.stored_tree import StoredTree
from vangnet_verify.tree import leaf_hash


class Kept:
    """The leaves and the subtrees of one level in four, as a database would give them."""

    def __init__(self, size: int, forgotten: float = 0.0, seed: int = 1) -> None:
        chance = random.Random(seed)
        self.tree = DenseTree()
        for index in range(size):
            self.tree.put(index, leaf_hash(b"%d" % index))
        self.forgotten = {
            (level, n) for level in (4, 8) for n in range(size) if chance.random() < forgotten
        }
        self.asked: list[tuple[int, int]] = []

    def select(self, level: int, tiles: Sequence[int]) -> Iterable[tuple[int, bytes]]:
        self.asked.append((level, len(tiles)))
        for tile in tiles:
            for index in range(tile * 16, tile * 16 + 16):
                if index < len(self.tree) >> level and (level, index) not in self.forgotten:
                    yield index, self.tree.complete(level, index)


@pytest.mark.parametrize("forgotten", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("size", [1, 2, 15, 16, 17, 255, 256, 257, 300])
def test_every_proof_is_that_of_the_whole_tree(size: int, forgotten: float) -> None:
    """RFC 6962: also where an older version kept no subtrees (rolling upgrade)."""
    kept = Kept(size, forgotten)
    for index in range(0, size, 7):
        assert StoredTree(kept.select).prove(inclusion(index, size)) == kept.tree.proof(index)
    for first in range(0, size, 11):
        found = StoredTree(kept.select).prove(consistency(first, size))
        assert found == [folded(each, kept.tree.complete) for each in consistency(first, size)]
    assert StoredTree(kept.select).prove([whole(size)]) == [kept.tree.root()]


def test_many_proofs_cost_one_question_per_level() -> None:
    """A dossier of many events asks the database a few times, not once per event."""
    kept = Kept(5000)
    tree = StoredTree(kept.select)
    covers = [cover for index in range(0, 5000, 50) for cover in inclusion(index, 5000)]
    tree.prove(covers)
    assert len(kept.asked) == 4


def test_a_leaf_that_is_not_there_is_no_proof() -> None:
    """What is missing is missed."""
    with pytest.raises(LookupError):
        StoredTree(Kept(10).select).complete(0, 10)
