"""What may be gone from a record, and what says so. Read without keys."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol
from uuid import UUID

import msgspec

from shared.eventbase.erasing import DESTROYED_TOPIC, DESTRUCTIONS, Range
from shared.record.envelope import Envelope, unpack
from shared.record.errors import TamperedError
from shared.record.padding import commitment


class Opened(msgspec.Struct, frozen=True):
    """The opened core of the event at ``seq``, the receipt that the service signed for it, and that

    event as it is stored.
    """

    seq: int
    salt: bytes
    content: bytes
    receipt: bytes
    topic: str
    state: bytes


class Statement(msgspec.Struct, frozen=True):
    """What such an event says: all rows of ``plan`` may be gone, which are these."""

    plan: UUID
    rows: tuple[Range, ...]

    def names(self, seq: int) -> bool:
        """Whether this row may be gone."""
        return _within(self.rows, seq)


class _Core(msgspec.Struct, frozen=True):
    event: Statement


class Opening(Protocol):
    """Where the opened statements are: a record's rows."""

    def destructions(self) -> list[int]:
        """The ``seq`` of every event that was opened."""
        ...

    def destruction(self, seq: int) -> Opened | None:
        """That event; None when it was not opened or is not there."""
        ...


class Destructions:
    """The statements of one record, each read once. ``carried_out``: those that there were at the

    start, whose rows are gone since.
    """

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._known: dict[int, Statement | None] = {}
        self.carried_out = frozenset(opening.destructions())
        statements = [said for seq in self.carried_out if (said := self.by(seq)) is not None]
        gone = [each for said in statements for each in said.rows]
        self._gone = sorted(gone, key=_first)

    def by(self, seq: int) -> Statement | None:
        """What the event at ``seq`` says; None when nothing says that something may be gone."""
        if seq not in self._known:
            opened = self._opening.destruction(seq)
            self._known[seq] = None if opened is None else stated(opened)
        return self._known[seq]

    def allow(self, seq: int, by_seq: int) -> bool:
        """Whether the event at ``by_seq`` says that the row at ``seq`` may be gone."""
        said = self.by(by_seq)
        return said is not None and said.names(seq)

    def are_of(self, seq: int) -> bool:
        """Whether the row at ``seq`` was gone at the start."""
        return _within(self._gone, seq)


def stated(opened: Opened) -> Statement | None:
    """What an opened event says, if that is what its envelope commits to and makes sense."""
    envelope = _envelope(opened)
    if envelope is None or not opened.topic.endswith(DESTROYED_TOPIC):
        return None
    core = envelope.parts[0]
    fits = commitment(opened.salt, core.name, opened.content) == core.commitment
    if not fits or envelope.plan_id != DESTRUCTIONS:
        return None
    try:
        said = _read(opened.content).event
    except (msgspec.DecodeError, RecursionError):
        return None
    return said if _ascending(said.rows, opened.seq) else None


def ranges(seqs: Sequence[int]) -> tuple[Range, ...]:
    """Ascending numbers as the fewest ranges."""
    breaks = [(last, first) for last, first in pairwise(seqs) if first != last + 1]
    firsts = [*seqs[:1], *(first for _, first in breaks)]
    lasts = [*(last for last, _ in breaks), *seqs[-1:]]
    return tuple(map(Range, firsts, lasts))


_read = msgspec.json.Decoder(_Core).decode


def _envelope(opened: Opened) -> Envelope | None:
    try:
        envelope = unpack(opened.state)
    except TamperedError:
        return None
    return envelope if envelope.parts else None


def _ascending(rows: Sequence[Range], until: int) -> bool:
    edges = [0, *(edge for each in rows for edge in (each.first, each.last + 1)), until + 1]
    return bool(rows) and all(a < b for a, b in pairwise(edges))


def _within(rows: Sequence[Range], seq: int) -> bool:
    before = bisect_right(rows, seq, key=_first)
    return before > 0 and seq <= rows[before - 1].last


def _first(each: Range) -> int:
    return each.first
