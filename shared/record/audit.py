"""The audit of a record's rows, which needs no keys: is everything still as it was written?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from shared.record.destruction import Destructions
from shared.record.frontier import Frontier
from shared.record.merkle import root
from shared.record.recorder import RecordRecorder
from shared.record.subtrees import Subtrees
from shared.record.walk import Fault, Finding, Walk


def audit(
    origin: str,
    ledger: RecordRecorder,
    signed: Mapping[int, bytes] | None = None,
    heard: Callable[[int], None] = lambda seq: None,
) -> list[Finding]:
    """Every fault in the rows, in ``seq`` order, and then whatever is wrong beside them.

    Others may go on appending and destroying. It compares the rows with each other, and what is
    gone with what says that it may be; that nobody rewrote all of it consistently, ``signed``
    proves: the root that was signed at a size (integrity.md 2.5). ``heard`` is told each ``seq``.
    """
    # What is said to be gone now is gone in every row that is read after this.
    destructions = Destructions(ledger)
    found = list(_walked(origin, ledger, destructions, dict(signed or {}), heard))
    unsaid = [seq for seq in ledger.destructions() if destructions.by(seq) is None]
    found += [Finding(Fault.STATEMENT, seq) for seq in unsaid]
    return found + [Finding(Fault.LEAF_MISSING, 0, *place) for place in ledger.leafless()]


def _walked(
    origin: str,
    ledger: RecordRecorder,
    destructions: Destructions,
    unseen: dict[int, bytes],
    heard: Callable[[int], None],
) -> Iterator[Finding]:
    # The edge is asked before the first row and after the last: the rows must have reached the one
    # and not have passed the other.
    before, walk, subtrees = ledger.frontier(), Walk(origin, destructions), Subtrees(ledger.hashes)
    reached = not before.size
    for row in ledger.rows():
        yield from subtrees.step(walk.edge, row.leaf_hash)
        yield from walk.step(row)
        edge = walk.edge
        reached |= edge.size == before.size and root(edge.peaks) == root(before.peaks)
        expected = unseen.pop(edge.size, None)
        if expected is not None and expected != root(edge.peaks):
            yield Finding(Fault.REWRITTEN, row.seq)
        heard(row.seq)
    yield from subtrees.rest()
    after, end = _edge(ledger.frontier()), _edge(walk.edge)
    if not reached or (end[0] >= after[0] and end != after):
        yield Finding(Fault.FRONTIER, 0)
    yield from (Finding(Fault.SHORTER, size) for size in sorted(unseen) if size)


def _edge(frontier: Frontier) -> tuple[int, int, bytes]:
    return frontier.size, frontier.recorded_at, root(frontier.peaks)
