"""The tree is RFC 6962's: against its definition, against published vectors, against forgers."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest

from shared.proof.dense import DenseTree
from shared.proof.paths import consistency, folded, whole
from shared.record.merkle import extend, root
from vangnet_verify.rejected import Rejected
from vangnet_verify.tree import check_inclusion, leaf_hash, node_hash
from vangnet_witness.consistency import check_consistency

# The test leaves of Certificate Transparency's reference code (RFC 6962's authors).
VECTOR = [
    bytes.fromhex(leaf)
    for leaf in (
        *("", "00", "10", "2021", "3031", "40414243", "5051525354555657"),
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def mth(leaves: list[bytes]) -> bytes:
    """The definition of RFC 6962 section 2.1, word for word."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return leaf_hash(leaves[0])
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return node_hash(mth(leaves[:k]), mth(leaves[k:]))


def path(m: int, leaves: list[bytes]) -> list[bytes]:
    """PATH of section 2.1.1."""
    if len(leaves) == 1:
        return []
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m < k:
        return [*path(m, leaves[:k]), mth(leaves[k:])]
    return [*path(m - k, leaves[k:]), mth(leaves[:k])]


def subproof(m: int, leaves: list[bytes], whole_tree: bool) -> list[bytes]:
    """SUBPROOF of section 2.1.2."""
    if m == len(leaves):
        return [] if whole_tree else [mth(leaves)]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    if m <= k:
        return [*subproof(m, leaves[:k], whole_tree), mth(leaves[k:])]
    return [*subproof(m - k, leaves[k:], False), mth(leaves[:k])]


def leaves_of(size: int) -> list[bytes]:
    return [b"%d" % number for number in range(size)]


def tree_of(leaves: list[bytes]) -> DenseTree:
    tree = DenseTree()
    for index, leaf in enumerate(leaves):
        tree.put(index, leaf_hash(leaf))
    return tree


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_of_the_published_vectors(size: int) -> None:
    """RFC 6962: any other implementation finds the same root."""
    assert tree_of(VECTOR[:size]).root().hex() == ROOTS[size - 1]


@pytest.mark.parametrize("size", range(33))
def test_every_proof_is_the_one_of_the_definition_and_holds(size: int) -> None:
    """RFC 6962 2.1.1-2.1.2: inclusion of every leaf, consistency with every earlier size."""
    leaves = leaves_of(size)
    tree = tree_of(leaves)
    assert tree.root() == mth(leaves)
    for index, leaf in enumerate(leaves):
        assert tree.proof(index) == path(index, leaves)
        check_inclusion(index, size, leaf_hash(leaf), tree.proof(index), tree.root())
    for first in range(size + 1):
        proof = [folded(cover, tree.complete) for cover in consistency(first, size)]
        assert proof == ([] if first in (0, size) else subproof(first, leaves, True))
        check_consistency(first, size, mth(leaves[:first]), tree.root(), proof)


def test_a_leaf_that_changes_gives_the_tree_that_it_would_have_been() -> None:
    """Heads change: the tree over them is the one of the newest heads."""
    chance = random.Random(7)
    leaves = leaves_of(21)
    tree = tree_of(leaves)
    for number in range(100):
        index = chance.randrange(len(leaves))
        leaves[index] = b"new %d" % number
        tree.put(index, leaf_hash(leaves[index]))
        assert tree.root() == mth(leaves)


def test_the_record_grows_the_same_tree_from_its_peaks_alone() -> None:
    """Integrity 2.3: what an append keeps gives the root that a reader computes."""
    peaks: tuple[bytes, ...] = ()
    for size, leaf in enumerate(leaves_of(70)):
        peaks = extend(peaks, size, leaf_hash(leaf))
        assert root(peaks) == mth(leaves_of(size + 1))
        assert list(peaks) == [
            tree_of(leaves_of(size + 1)).complete(*node) for node in whole(size + 1)
        ]


def test_no_mutated_proof_holds() -> None:
    """Of proofs with a hash changed, left out, added or exchanged, none is accepted."""
    chance = random.Random(11)
    size = 29
    tree = tree_of(leaves_of(size))
    refused = 0
    for _ in range(400):
        first = chance.randrange(1, size)
        proof = [folded(cover, tree.complete) for cover in consistency(first, size)]
        wrong = _mutated(proof, chance)
        with pytest.raises(Rejected):
            check_consistency(first, size, mth(leaves_of(first)), tree.root(), wrong)
        wrong = _mutated(list(tree.proof(first)), chance)
        with pytest.raises(Rejected):
            check_inclusion(first, size, leaf_hash(b"%d" % first), wrong, tree.root())
        refused += 2
    assert refused == 800


def _mutated(proof: list[bytes], chance: random.Random) -> list[bytes]:
    at = chance.randrange(len(proof))
    kind = chance.randrange(3)
    if kind == 0:
        return [*proof[:at], bytes([proof[at][0] ^ 1]) + proof[at][1:], *proof[at + 1 :]]
    if kind == 1:
        return [*proof[:at], *proof[at + 1 :]]
    return [*proof[:at], chance.randbytes(32), *proof[at:]]


@pytest.mark.parametrize(
    ("first", "second", "proof"), [(5, 4, []), (0, 4, [b"x" * 32]), (3, 3, [b"x" * 32]), (2, 7, [])]
)
def test_a_log_that_shrank_or_proves_nothing_is_refused(
    first: int, second: int, proof: list[bytes]
) -> None:
    """C2SP tlog-witness: smaller, or with a proof that does not belong there."""
    with pytest.raises(Rejected):
        check_consistency(first, second, mth(leaves_of(first)), mth(leaves_of(second)), proof)


def test_two_logs_of_one_length_are_a_split_view() -> None:
    """The same size with another root is another log."""
    with pytest.raises(Rejected, match="twee verschillende registers"):
        check_consistency(3, 3, mth(leaves_of(3)), mth([b"a", b"b", b"c"]), [])
