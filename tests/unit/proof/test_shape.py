"""JSON from a stranger is read as it stands, or Rejected."""

from __future__ import annotations

import pytest

from vangnet_verify.rejected import Rejected
from vangnet_verify.shape import loads, member


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"{",
        b'{"a": 1, "a": 1}',
        b"[" * 100_000,
        b"9" * 5000,
        b"[" + b"[]," * 2_000_000 + b"[]]",
    ],
    ids=["nothing", "no text", "half", "a name twice", "deep", "a huge number", "far too much"],
)
def test_what_cannot_be_read_is_rejected(content: bytes) -> None:
    """Of no kind of nonsense does the reader die, nor take a thousand times its memory."""
    with pytest.raises(Rejected):
        loads(content)


@pytest.mark.parametrize("value", [None, [], "seq", {}, {"seq": True}, {"seq": "1"}, {"seq": 1.0}])
def test_a_member_is_of_its_kind(value: object) -> None:
    """A truth value is no number, though Python thinks so."""
    assert member({"seq": 1}, "seq", int) == 1
    with pytest.raises(Rejected, match="'seq'"):
        member(value, "seq", int)
