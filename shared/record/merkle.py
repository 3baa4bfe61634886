"""The RFC 6962 tree as a growing log needs it: only the roots of its complete subtrees."""

from __future__ import annotations

from functools import reduce
from hashlib import sha256

_NODE_PREFIX = b"\x01"


def _node(left: bytes, right: bytes) -> bytes:
    return sha256(_NODE_PREFIX + left + right).digest()


def extend(peaks: tuple[bytes, ...], size: int, leaf_hash: bytes) -> tuple[bytes, ...]:
    """The peaks after one more leaf on a tree of ``size`` leaves, largest subtree first."""
    grown = list(peaks)
    node = leaf_hash
    while size & 1:
        node = _node(grown.pop(), node)
        size >>= 1
    return (*grown, node)


def root(peaks: tuple[bytes, ...]) -> bytes:
    """The tree head (RFC 6962 section 2.1) of the tree with these peaks."""
    if not peaks:
        return sha256(b"").digest()
    return reduce(lambda right, left: _node(left, right), reversed(peaks))
