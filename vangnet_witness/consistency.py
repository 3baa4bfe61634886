"""Whether a log only grew (RFC 6962): its newer tree begins with all of the older one."""

from __future__ import annotations

from collections.abc import Sequence

from vangnet_verify.rejected import Rejected
from vangnet_verify.tree import TOO_LONG, TOO_SHORT, node_hash

_SMALLER = "een register kan niet kleiner worden"


def check_consistency(
    first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]
) -> None:
    """The second tree begins with all of the first (RFC 9162 section 2.1.4.2). Raises Rejected."""
    if first > second:
        raise Rejected(_SMALLER)
    if first == 0 or first == second:
        if proof:
            raise Rejected(TOO_LONG)
        if first == second and first_root != second_root:
            raise Rejected("van dezelfde lengte bestaan twee verschillende registers")
        return
    _grown(first, second, first_root, second_root, list(proof))


def _grown(
    first: int, second: int, first_root: bytes, second_root: bytes, path: list[bytes]
) -> None:
    if first & (first - 1) == 0:
        path.insert(0, first_root)
    node, last = first - 1, second - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    if not path:
        raise Rejected(TOO_SHORT)
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise Rejected(TOO_LONG)
        if node & 1 or node == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            new = node_hash(new, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise Rejected(TOO_SHORT)
    if old != first_root or new != second_root:
        raise Rejected("het register is herschreven: het begin is niet meer wat het was")
