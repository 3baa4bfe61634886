"""What may survive of what was never synced. Each way gives the part that does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from tests.faults.power import oplog
from tests.faults.power.disk import Survive
from tests.faults.power.oplog import Op

SECTOR = 512


def nothing(chance: Random, ops: Sequence[Op]) -> Sequence[Op]:
    """Only what was synced."""
    return []


def everything(chance: Random, ops: Sequence[Op]) -> Sequence[Op]:
    """As after kill -9."""
    return ops


def beginning(chance: Random, ops: Sequence[Op]) -> Sequence[Op]:
    """Written in order, up to the cut."""
    return ops[: chance.randrange(len(ops) + 1)]


def some(chance: Random, ops: Sequence[Op]) -> Sequence[Op]:
    """Any of them, as the disk pleased."""
    rate = chance.random()
    return [op for op in ops if chance.random() < rate]


def torn(chance: Random, ops: Sequence[Op]) -> Sequence[Op]:
    """Any sectors of 512 bytes of any of them."""
    return some(chance, [piece for op in ops for piece in _sectors(op)])


def _sectors(op: Op) -> Iterator[Op]:
    if op.what == oplog.TRUNCATED:
        yield op
    start, end = op.at, op.at + len(op.content)
    while start < end:
        stop = min(end, start - start % SECTOR + SECTOR)
        yield op._replace(at=start, content=op.content[start - op.at : stop - op.at])
        start = stop


# Of what was written, and of the names that were given.
WAYS: tuple[tuple[Survive, Survive], ...] = (
    (nothing, nothing),
    (everything, everything),
    (beginning, beginning),
    (some, beginning),
    (torn, beginning),
)
