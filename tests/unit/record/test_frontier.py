"""Laying leaves at the edge of the log."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from shared.record.frontier import Frontier, lay, unpack
from shared.record.stored import SealedEvent

ID = UUID(int=1)
EVENT = SealedEvent(ID, 1, "test.x", b"state", ID, ID, ("c0",))


@given(st.lists(st.integers(0, 2**50), min_size=1, max_size=30))
def test_seq_is_gapless_and_every_leaf_is_later_whatever_the_clock(clock: list[int]):
    """At least the moment asked for, and always after the leaf before it."""
    edge = Frontier(0, 0, ())
    for size, now in enumerate(clock):
        row, after = lay(edge, "origin", EVENT, b"", now)
        assert row.seq == after.size == size + 1
        assert row.recorded_at == after.recorded_at == max(now, edge.recorded_at + 1)
        edge = after
    assert unpack(edge.packed) == edge.peaks


def test_the_leaf_depends_on_the_log_the_chain_and_the_moment():
    """Change one of them and the hash is another."""
    edge = Frontier(0, 0, ())
    hashes = {
        lay(edge, origin, EVENT, previous, now)[0].leaf_hash
        for origin in ("one", "two")
        for previous in (b"", bytes(32))
        for now in (5, 6)
    }
    assert len(hashes) == 8
