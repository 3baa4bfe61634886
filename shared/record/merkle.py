"""The RFC 6962 tree as a growing log needs it: only the roots of its complete subtrees."""

from __future__ import annotations

from collections.abc import Iterator
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


def completed(
    peaks: tuple[bytes, ...], size: int, leaf_hash: bytes
) -> Iterator[tuple[int, int, bytes]]:
    """The subtrees that one more leaf on a tree of ``size`` leaves completes, smallest first:

    level (from 1), index at that level, and hash.
    """
    node, level = leaf_hash, 0
    for left in reversed(peaks):
        if not size >> level & 1:
            return
        node, level = _node(left, node), level + 1
        yield level, size >> level, node


def root(peaks: tuple[bytes, ...]) -> bytes:
    """The tree head (RFC 6962 section 2.1) of the tree with these peaks."""
    if not peaks:
        return sha256(b"").digest()
    return reduce(lambda right, left: _node(left, right), reversed(peaks))
