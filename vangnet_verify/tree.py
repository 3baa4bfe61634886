"""The Merkle tree of a log as its reader needs it: roots, and proofs against roots (RFC 6962).

Hashes are SHA-256, 32 bytes. A leaf's index counts from 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from vangnet_verify.rejected import Rejected

HASH_BYTES = 32
TOO_LONG = "een bewijs is langer dan het hoort te zijn"
TOO_SHORT = "een bewijs is korter dan het hoort te zijn"


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf (RFC 6962 section 2.1)."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of an interior node (RFC 6962 section 2.1)."""
    return sha256(b"\x01" + left + right).digest()


def check_inclusion(
    index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes
) -> None:
    """Leaf number ``index`` stands in the tree with this root (RFC 9162 section 2.1.3.2).

    Raises Rejected.
    """
    if not 0 <= index < size:
        raise Rejected("een bewijs gaat over een plaats die het register niet heeft")
    node, last = index, size - 1
    found = leaf
    for sibling in proof:
        if last == 0:
            raise Rejected(TOO_LONG)
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise Rejected(TOO_SHORT)
    if found != root:
        raise Rejected("een gebeurtenis staat niet in het ondertekende register")
