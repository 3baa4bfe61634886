"""The signer: hashes everything that was recorded again, and signs how long the log is.

It trusts the database for nothing that it can compute. What it signed last it keeps elsewhere, and
it never signs a log that is shorter, or that does not begin with what it signed (C2SP
tlog-checkpoint): such a log was rewritten, or an older backup was put back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from math import ceil
from typing import Generic, Protocol, TypeVar
from uuid import UUID

import msgspec

from shared.proof.dense import DenseTree
from shared.proof.heads import Heads
from shared.proof.signing import SigningKey
from shared.record.frontier import Frontier
from shared.record.merkle import root
from shared.record.walk import Finding
from vangnet_verify.checkpoint import Checkpoint, Standing

R = TypeVar("R")
Read = TypeVar("Read", contravariant=True)
HEARTBEAT_SECONDS = 3600


class Walking(Protocol[Read]):
    """Going through a log, row by row. ``edge``: how far it came; ``heads``: where plans end."""

    heads: Heads

    @property
    def edge(self) -> Frontier:
        """Number of rows, and the peaks of the tree over them."""
        ...

    def step(self, row: Read) -> Sequence[Finding]:
        """What is wrong with the next row."""
        ...

    def hashed(self, row: Read) -> tuple[int, bytes]:
        """The place of a row, and the leaf hash that follows from what is stored of it."""
        ...


class Log(Protocol[R]):
    """What can be read of a log, by the signer and by whoever audits it."""

    def rows(self, after: int) -> Iterator[R]:
        """Every row that follows ``after``, as it is stored."""
        ...

    def walk(self) -> Walking[R]:
        """From its first row on."""
        ...


class Signed(msgspec.Struct, frozen=True):
    """What was signed last: size, root in hex, and when (seconds since 1970 UTC)."""

    origin: str
    size: int
    root: str
    at: int


class Memory(Protocol):
    """Where the signer keeps what it signed, apart from the log."""

    def last(self) -> Signed | None:
        """What was signed last."""
        ...

    def keep(self, before: Signed | None, signed: Signed) -> None:
        """Durable when it returns. Raises Refused when something else was signed meanwhile."""
        ...


class Refused(Exception):
    """The log may not be signed: the Dutch message says why, ``findings`` what was found."""

    def __init__(self, message: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(message)
        self.findings = tuple(findings)


class Published(msgspec.Struct, frozen=True):
    """A checkpoint with its note, and the plans whose ending changed, by their number."""

    checkpoint: Checkpoint
    standing: Standing
    note: bytes
    changed: tuple[tuple[UUID, int], ...]


class Signer(Generic[R]):
    """Signs one log, in the name of ``key``. ``clock`` is the time that stands in checkpoints."""

    def __init__(
        self, log: Log[R], memory: Memory, key: SigningKey, clock: Callable[[], datetime]
    ) -> None:
        self._log = log
        self._memory = memory
        self._key = key
        self._clock = clock
        self._walk = log.walk()
        self._changed: dict[UUID, int] = {}

    @property
    def heads(self) -> DenseTree:
        """The tree over where each plan ends, as it was signed last."""
        return self._walk.heads.tree

    @property
    def name(self) -> str:
        """What the log is called in its checkpoints."""
        return self._key.public.name

    def sign(self, published: int | None = None) -> Published | None:
        """The next checkpoint; None when nothing was added and the last one is not an hour old.

        ``published``: the size of the newest checkpoint that others have. When that is not the
        one signed last, what went with it goes with the next. Raises Refused when the log may not
        be signed.
        """
        before = self._memory.last()
        self._read_on(before)
        size, at = self._walk.edge.size, ceil(self._clock().timestamp())
        owing = before is not None and published is not None and published < before.size
        if before is not None:
            at = max(at, before.at)
            if size == before.size and at < before.at + HEARTBEAT_SECONDS and not owing:
                return None
        top = root(self._walk.edge.peaks)
        self._memory.keep(before, Signed(self.name, size, top.hex(), at))
        changed = self._changed = {
            **(self._changed if owing else {}),
            **self._walk.heads.settle(),
        }
        standing = Standing(at, len(self.heads), self.heads.root())
        checkpoint = Checkpoint(self.name, size, top, standing.lines)
        note = self._key.note(checkpoint.text)
        return Published(checkpoint, standing, note, tuple(changed.items()))

    def _read_on(self, before: Signed | None) -> None:
        start = self._walk.edge.size
        seen = sha256()
        for row in self._log.rows(start):
            findings = self._walk.step(row)
            if findings:
                raise self._broken(findings)
            seen.update(self._walk.hashed(row)[1])
            if before is not None and self._walk.edge.size == before.size:
                self._check(before)
        if before is not None and self._walk.edge.size < before.size:
            raise self._restart(
                f"Het register is korter ({self._walk.edge.size}) dan wat eerder is ondertekend "
                f"({before.size}). Is er een oudere back-up teruggezet?"
            )
        self._read_again(start, seen.digest())

    def _check(self, before: Signed) -> None:
        if root(self._walk.edge.peaks).hex() != before.root:
            raise self._restart(
                "Het register begint niet meer met wat eerder is ondertekend: het is herschreven."
            )

    def _read_again(self, start: int, seen: bytes) -> None:
        # A bit that flips between the disk and the signature would be signed for ever.
        again = sha256()
        for row in self._log.rows(start):
            seq, digest = self._walk.hashed(row)
            if seq > self._walk.edge.size:
                break
            again.update(digest)
        if again.digest() != seen:
            raise self._restart("Het register leest de tweede keer anders dan de eerste keer.")

    def _broken(self, findings: Sequence[Finding]) -> Refused:
        refused = self._restart("Het register is niet meer zoals het is vastgelegd.")
        refused.findings = tuple(findings)
        return refused

    def _restart(self, message: str) -> Refused:
        # What was read may be wrong: the next time all of it is read again.
        self._walk = self._log.walk()
        return Refused(message)
