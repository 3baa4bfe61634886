"""Which subtrees a proof is made of (RFC 6962 section 2.1): pure, whatever holds the hashes.

A complete subtree is named by its level and index: level 0 are the leaves, and (l, i) covers the
leaves from i * 2**l up to (i + 1) * 2**l.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from hashlib import sha256

from vangnet_verify.tree import node_hash

Complete = Callable[[int, int], bytes]


def inclusion(index: int, size: int) -> list[list[tuple[int, int]]]:
    """The audit path of leaf ``index`` in a tree of ``size``, from the leaf up.

    Each element is a list of complete subtrees, left to right, that fold into its one hash.
    """
    _check(0 <= index < size)
    path: list[list[tuple[int, int]]] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + _largest_below(end - start)
        if index < middle:
            path.append(_cover(middle, end))
            end = middle
        else:
            path.append(_cover(start, middle))
            start = middle
    return path[::-1]


def consistency(first: int, second: int) -> list[list[tuple[int, int]]]:
    """The proof that the tree of ``second`` leaves begins with that of ``first``."""
    _check(0 <= first <= second)
    if first in (0, second):
        return []
    path: list[list[tuple[int, int]]] = []
    start, end = 0, second
    while end != first:
        middle = start + _largest_below(end - start)
        if first <= middle:
            path.append(_cover(middle, end))
            end = middle
        else:
            path.append(_cover(start, middle))
            start = middle
    # Whoever checks has the root of the first tree already when all of it is one subtree.
    return path[::-1] if start == 0 else [_cover(start, end), *path[::-1]]


def folded(cover: list[tuple[int, int]], complete: Complete) -> bytes:
    """The one hash of subtrees that stand side by side; of none, that of an empty tree."""
    if not cover:
        return sha256(b"").digest()
    hashes = [complete(level, index) for level, index in cover]
    if len(hashes) == 1:
        return hashes[0]
    return reduce(lambda right, left: node_hash(left, right), reversed(hashes))


def whole(size: int) -> list[tuple[int, int]]:
    """The subtrees of a tree of ``size`` leaves, largest first."""
    return _cover(0, size)


def _cover(start: int, end: int) -> list[tuple[int, int]]:
    # A range in a proof begins at a multiple of the largest power of two that fits in it.
    size = end - start
    if size & (size - 1):
        return list(_subtrees(start, end))
    level = size.bit_length() - 1
    return [(level, start >> level)] if size else []


def _subtrees(start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def _largest_below(size: int) -> int:
    return 1 << ((size - 1).bit_length() - 1)


def _check(sound: bool) -> None:
    if not sound:
        raise ValueError("there is no such tree")
