"""The log that the shim writes: what was done to files, and what was said, in one order."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CREATED, WRITTEN, TRUNCATED, SYNCED, FAILED = "CWTSE"
RENAMED, LINKED, UNLINKED, FOLDER = "RLUM"
SAID = "A"
_HEAD = struct.Struct("<cQQI")


class Op(NamedTuple):
    """One thing done: ``at`` is an offset or a length in bytes, ``content`` what was written,

    or the names of files, or what was said.
    """

    what: str
    inode: int
    at: int
    content: bytes

    @property
    def names(self) -> list[str]:
        """The paths that it is about."""
        return self.content.decode().rstrip("\0").split("\0")


def read(log: Path) -> Iterator[Op]:
    """Everything in the log, in order."""
    with log.open("rb") as file:
        while head := file.read(_HEAD.size):
            what, inode, at, length = _HEAD.unpack(head)
            yield Op(what.decode(), inode, at, file.read(length))


def say(log: int, content: bytes) -> None:
    """Puts into the log (a descriptor that appends) that something was said at this moment."""
    os.write(log, _HEAD.pack(SAID.encode(), 0, 0, len(content)) + content)
