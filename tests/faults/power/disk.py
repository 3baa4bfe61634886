"""What a disk has for certain, and what it may have, after everything that was done to it.

What was written counts from the fsync of its file on, a name from the fsync of its folder on
(fsync(2)). Until then all, nothing, or any part of it may survive a power cut; names survive in
the order in which they were made, as in the journal of a file system.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import PurePath
from random import Random

from tests.faults.power import oplog
from tests.faults.power.oplog import Op

_VOLATILE = "-shm"
_OF_NAMES = {oplog.CREATED, oplog.FOLDER, oplog.RENAMED, oplog.LINKED, oplog.UNLINKED}

Survive = Callable[[Random, Sequence[Op]], Sequence[Op]]
Names = dict[str, int]


class Disk:
    """A disk whose files were all made under ``root``. ``chance``: what a failed fsync wrote."""

    def __init__(self, root: str, chance: Random) -> None:
        self._root = root
        self._chance = chance
        self._files: dict[int, bytearray] = defaultdict(bytearray)
        self._folders: dict[int, str] = {}
        self._names: Names = {}
        self._ids: dict[int, int] = {}
        self._next = count(1)
        self.writes: list[Op] = []
        self.renames: list[Op] = []

    def do(self, op: Op) -> None:
        """The next thing that was done."""
        if op.what in (oplog.CREATED, oplog.FOLDER):
            # The number of a file that is gone is given out again.
            self._ids[op.inode] = next(self._next)
        op = op._replace(inode=self._ids.get(op.inode, 0))
        if op.what == oplog.FOLDER:
            self._folders[op.inode] = op.names[0]
        if op.what in _OF_NAMES:
            self.renames.append(op)
        elif op.what in (oplog.WRITTEN, oplog.TRUNCATED):
            self.writes.append(op)
        elif op.what == oplog.SYNCED:
            self._sync(op.inode)
        elif op.what == oplog.FAILED:
            self._drop(op.inode)

    def after(self, survive: Survive, some: Survive, chance: Random) -> dict[str, bytes]:
        """The files after a power cut, by path: ``survive`` of what was written, ``some`` names."""
        names = dict(self._names)
        for op in some(chance, self.renames):
            _name(names, op)
        files = {inode: bytearray(self._files.get(inode, b"")) for inode in names.values()}
        for op in survive(chance, self.writes):
            if op.inode in files:
                _write(files[op.inode], op)
        folders = {self._root, *(path for path, inode in names.items() if inode in self._folders)}
        return {
            path: bytes(files[inode])
            for path, inode in names.items()
            if inode not in self._folders and str(PurePath(path).parent) in folders
        }

    def _sync(self, inode: int) -> None:
        folder = self._folders.get(inode, self._root if inode == 0 else None)
        if folder is None:
            for op in self._taken(inode):
                _write(self._files[inode], op)
            return
        for op in self.renames:
            if _in(folder, op):
                _name(self._names, op)
        self.renames = [op for op in self.renames if not _in(folder, op)]

    def _drop(self, inode: int) -> None:
        """After a failed fsync its pages count as written (fsyncgate): some are, others never."""
        rate = self._chance.choice((0.0, self._chance.random()))
        for op in self._taken(inode):
            if self._chance.random() < rate:
                _write(self._files[inode], op)

    def _taken(self, inode: int) -> list[Op]:
        taken = [op for op in self.writes if op.inode == inode]
        self.writes = [op for op in self.writes if op.inode != inode]
        return taken


def _in(folder: str, op: Op) -> bool:
    return str(PurePath(op.names[-1]).parent) == folder


def _name(names: Names, op: Op) -> None:
    if op.names[0].endswith(_VOLATILE):
        return
    if op.what == oplog.UNLINKED:
        names.pop(op.names[0], None)
    elif op.what == oplog.RENAMED:
        names.pop(op.names[0], None)
        names[op.names[1]] = op.inode
    else:
        names[op.names[-1]] = op.inode


def _write(content: bytearray, op: Op) -> None:
    if op.what == oplog.TRUNCATED:
        del content[op.at :]
    content.extend(bytes(max(0, op.at - len(content))))
    content[op.at : op.at + len(op.content)] = op.content
