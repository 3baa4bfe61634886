"""The edge of the log: what the next leaf is laid against. Pure; each database keeps one row."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

import msgspec

from shared.record.leaf import Leaf, leaf_hash
from shared.record.merkle import extend
from shared.record.stored import SealedEvent

HASH_BYTES = 32


class Frontier(msgspec.Struct, frozen=True):
    """Number of leaves, ``recorded_at`` (µs) of the last, and the tree's peaks (RFC 6962)."""

    size: int
    recorded_at: int
    peaks: tuple[bytes, ...]

    @property
    def packed(self) -> bytes:
        """The peaks as one column."""
        return b"".join(self.peaks)


def unpack(peaks: bytes) -> tuple[bytes, ...]:
    """The peaks from their column."""
    return tuple(peaks[at : at + HASH_BYTES] for at in range(0, len(peaks), HASH_BYTES))


class LeafRow(msgspec.Struct, frozen=True):
    """One row of the leaf table. ``seq`` is gapless from 1; ``previous`` is empty for the first."""

    seq: int
    stream_id: UUID
    version: int
    plan_id: UUID
    recorded_at: int
    event_id: UUID
    previous: bytes
    state_hash: bytes
    leaf_hash: bytes


def lay(
    frontier: Frontier, origin: str, event: SealedEvent, previous: bytes, not_before: int
) -> tuple[LeafRow, Frontier]:
    """The leaf of ``event`` at the edge, and the edge behind it.

    ``recorded_at`` is strictly later than that of the leaf before it, whatever the clock says.
    """
    at = max(not_before, frontier.recorded_at + 1)
    state_hash = sha256(event.state).digest()
    leaf = Leaf(
        recorded_at=at,
        commitments=event.commitments,
        stream_id=str(event.originator_id),
        origin=origin,
        previous=previous.hex(),
        state_hash=state_hash.hex(),
        topic=event.topic,
        version=event.originator_version,
    )
    digest = leaf_hash(leaf)
    seq = frontier.size + 1
    row = LeafRow(
        seq, event.stream_id, event.originator_version, event.plan_id, at, event.event_id,
        previous, state_hash, digest,
    )  # fmt: skip
    return row, Frontier(seq, at, extend(frontier.peaks, frontier.size, digest))
