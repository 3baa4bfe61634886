"""The audit of a record's rows, which needs no keys: is everything still as it was written?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from shared.record.frontier import Frontier
from shared.record.merkle import root
from shared.record.walk import Fault, Finding, Row, Walk


def audit(
    origin: str,
    rows: Iterable[Row],
    frontier: Callable[[], Frontier],
    signed: Mapping[int, bytes] | None = None,
) -> list[Finding]:
    """Every fault in the rows, in ``seq`` order, and at the end.

    Others may go on appending: ``frontier`` is asked before the first row and after the last, and
    the rows must have reached the one and not have passed the other. It compares the rows with
    each other; that nobody rewrote all of them consistently, ``signed`` proves: the root that was
    signed at a size (integrity.md 2.5).
    """
    unseen = dict(signed or {})
    before, walk = _edge(frontier()), Walk(origin)
    reached = before == _edge(walk.edge)
    found: list[Finding] = []
    for row in rows:
        found += walk.step(row)
        reached |= walk.edge.size == before[0] and _edge(walk.edge) == before
        expected = unseen.pop(walk.edge.size, None)
        if expected is not None and expected != root(walk.edge.peaks):
            found.append(Finding(Fault.REWRITTEN, row.leaf.seq))
    after, end = _edge(frontier()), _edge(walk.edge)
    if not reached or (end[0] >= after[0] and end != after):
        found.append(Finding(Fault.FRONTIER, 0))
    return found + [Finding(Fault.SHORTER, size) for size in sorted(unseen) if size]


def _edge(frontier: Frontier) -> tuple[int, int, bytes]:
    return frontier.size, frontier.recorded_at, root(frontier.peaks)
