"""The leaf's bytes are canonical (RFC 8785) and its hash is an RFC 6962 leaf hash."""

from __future__ import annotations

from hashlib import sha256

import msgspec
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from shared.record.leaf import FORMAT, Leaf, canonical, leaf_hash

WORDS = st.text(st.characters(exclude_categories=["Cs"]))  # a lone surrogate is no text
WHOLE = st.integers(0, 2**53 - 1)

LEAVES = st.builds(
    Leaf,
    recorded_at=WHOLE,
    commitments=st.lists(WORDS, max_size=4).map(tuple),
    stream_id=WORDS,
    origin=WORDS,
    previous=WORDS,
    state_hash=WORDS,
    topic=WORDS,
    version=WHOLE,
)


@given(LEAVES)
def test_the_bytes_are_those_of_rfc_8785(leaf: Leaf):
    """Whatever the text: another implementation computes the same bytes."""
    assert canonical(leaf) == rfc8785.dumps(msgspec.to_builtins(leaf))


def test_the_keys_and_the_prefix_are_those_of_vp_leaf_1():
    """Spelled out once, because these bytes are fixed for twenty years."""
    leaf = Leaf(
        recorded_at=1,
        commitments=("c0",),
        stream_id="s",
        origin="o",
        previous="",
        state_hash="ab",
        topic="t.x",
        version=2,
    )
    spelled = (
        b'{"at":1,"cm":["c0"],"f":"vp-leaf/1","id":"s","o":"o","prev":"","st":"ab","t":"t.x","v":2}'
    )
    assert FORMAT == "vp-leaf/1"
    assert canonical(leaf) == spelled
    assert leaf_hash(leaf) == sha256(b"\x00" + spelled).digest()
