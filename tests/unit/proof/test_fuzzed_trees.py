"""Proofs that nobody could have made: only the true one holds (RFC 6962)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.proof.dense import DenseTree
from shared.proof.paths import consistency, folded
from tests.unit.proof.mutations import Draw
from vangnet_verify.rejected import Rejected
from vangnet_verify.tree import check_inclusion, leaf_hash, node_hash
from vangnet_witness.consistency import check_consistency

pytestmark = pytest.mark.fuzz
SIZES = st.integers(1, 70)
NUMBERS = SIZES | st.sampled_from((0, -1, 2**31, 2**63, 2**64, 10**40))


@cache
def tree_of(size: int) -> DenseTree:
    tree = DenseTree()
    for number in range(size):
        tree.put(number, leaf_hash(b"%d" % number))
    return tree


@st.composite
def proofs(draw: Draw, near: Sequence[bytes]) -> list[bytes]:
    """Hashes in any order, as many as a proof may have and more; most of them really in a tree."""
    tree = tree_of(70)
    known = [*near, tree.root(), *(tree.complete(0, n) for n in range(5)), sha256(b"").digest()]
    known += [node_hash(left, right) for left, right in pairwise(near)]
    return list(near[: draw(st.integers(0, len(near)))]) + draw(
        st.lists(st.sampled_from(known) | st.binary(min_size=32, max_size=32), max_size=70)
    )


@given(size=SIZES, data=st.data())
def test_inclusion_holds_with_its_own_proof_only(size: int, data: st.DataObject) -> None:
    """RFC 9162 2.1.3.2: another index, size, leaf or path is refused, whatever it is made of."""
    tree, index = tree_of(size), data.draw(st.integers(0, size - 1))
    true = list(tree.proof(index))
    leaf = tree.complete(0, index)
    said = data.draw(st.just(index) | NUMBERS), data.draw(st.just(size) | NUMBERS)
    claimed = data.draw(st.just(leaf) | st.sampled_from([*true, leaf_hash(b"another")]))
    path = data.draw(st.just(true) | proofs(true))
    try:
        check_inclusion(*said, claimed, path, tree.root())
    except Rejected:
        assert (*said, claimed, path) != (index, size, leaf, true)
        return
    # Of another size with the same path only: whoever checks has the size from a signature.
    assert (claimed, path) == (leaf, true)
    assert said == (index, size) or said[1] != size


@given(first=SIZES, more=st.integers(0, 40), data=st.data())
def test_consistency_holds_with_the_true_roots_only(
    first: int, more: int, data: st.DataObject
) -> None:
    """RFC 9162 2.1.4.2: no path leads from a root that was not to the one that is."""
    second = first + more
    old, new = tree_of(first), tree_of(second)
    true = [folded(cover, new.complete) for cover in consistency(first, second)]
    roots = [old.root(), new.root(), leaf_hash(b"another"), *true]
    claimed = data.draw(st.just(old.root()) | st.sampled_from(roots))
    path = data.draw(st.just(true) | proofs(true))
    try:
        check_consistency(first, second, claimed, new.root(), path)
    except Rejected:
        assert (claimed, path) != (old.root(), true)
        return
    assert (claimed, path) == (old.root(), true)
