"""Every moment at which the power may fail, and what is on the disk then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from tests.faults.power import notes, oplog
from tests.faults.power.disk import Disk
from tests.faults.power.expected import Expected
from tests.faults.power.oplog import Op
from tests.faults.power.ways import WAYS


class Cut(NamedTuple):
    """One state of a disk: its files, and what was acknowledged before the power failed."""

    files: dict[str, bytes]
    expected: Expected
    where: str


def cuts(log: Sequence[Op], root: str, points: set[int], chance: Random) -> Iterator[Cut]:
    """The states at these points of a log, each of them once, as long as it is looked at."""
    disk, expected = Disk(root, chance), Expected()
    for point, op in enumerate(log, 1):
        if op.what == oplog.SAID:
            expected.hear(notes.said(op.content))
        else:
            disk.do(op)
        if point in points:
            ways = WAYS if disk.writes or disk.renames else WAYS[:1]
            for survive, names in ways:
                files = disk.after(survive, names, chance)
                yield Cut(files, expected, f"{survive.__name__} at {point}")


def points(log: Sequence[Op], count: int, chance: Random) -> set[int]:
    """Half of them anywhere, and half right after something was acknowledged."""
    said = [at for at, op in enumerate(log, 1) if op.what == oplog.SAID]
    anywhere = chance.sample(range(1, len(log) + 1), min(count // 2, len(log)))
    return {*anywhere, *chance.sample(said, min(count // 2, len(said)))}
