"""The growing tree is the tree of RFC 6962."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from shared.record.merkle import extend, root

# The reference inputs and roots of Certificate Transparency's own tests, sizes 0 to 8.
INPUTS = ",00,10,2021,3031,40414243,5051525354555657,606162636465666768696a6b6c6d6e6f".split(",")
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def by_definition(leaves: list[bytes]) -> bytes:
    """The tree head exactly as RFC 6962 section 2.1 writes it down."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"").digest()
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    left, right = by_definition(leaves[:split]), by_definition(leaves[split:])
    return sha256(b"\x01" + left + right).digest()


def grown(leaves: list[bytes]) -> bytes:
    peaks: tuple[bytes, ...] = ()
    for size, leaf in enumerate(leaves):
        peaks = extend(peaks, size, leaf)
    return root(peaks)


def test_the_reference_vectors_of_certificate_transparency_match():
    """Others' tools compute the same roots."""
    leaves = [sha256(b"\x00" + bytes.fromhex(text)).digest() for text in INPUTS]
    assert [grown(leaves[:n]).hex() for n in range(len(leaves) + 1)] == ROOTS


@given(st.integers(0, 70))
def test_a_tree_of_any_size_has_the_root_of_the_definition(size: int):
    """Keeping only the peaks loses nothing."""
    leaves = [sha256(bytes([n])).digest() for n in range(size)]
    assert grown(leaves) == by_definition(leaves)
