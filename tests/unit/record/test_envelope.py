"""The stored form of an event, which must be readable for twenty years."""

from __future__ import annotations

from uuid import UUID

import msgspec
import pytest

from shared.record.envelope import Part, pack, unpack
from shared.record.errors import TamperedError

PLAN, EVENT = UUID(int=1), UUID(int=2)
PARTS = (Part("core", b"k" * 16, b"n" * 12, b"c" * 20, b"m" * 32),)


def test_the_bytes_are_a_tagged_list_that_any_messagepack_reader_can_take_apart():
    """Format, plan, event, parts; each part its name, key id, nonce, ciphertext, commitment."""
    assert msgspec.msgpack.decode(pack(PLAN, EVENT, PARTS)) == [
        "vangnet-sealed/1",
        PLAN.bytes,
        EVENT.bytes,
        [["core", b"k" * 16, b"n" * 12, b"c" * 20, b"m" * 32]],
    ]


def test_what_is_packed_comes_back():
    """With the ids and the commitments that the leaf and the audit use."""
    envelope = unpack(pack(PLAN, EVENT, PARTS))
    assert (envelope.plan_id, envelope.event_id, envelope.parts) == (PLAN, EVENT, PARTS)
    assert envelope.commitments == ((b"m" * 32).hex(),)


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"garbage",
        pack(PLAN, EVENT, PARTS)[:-1],
        pack(PLAN, EVENT, PARTS) + b"\x00",
        msgspec.msgpack.encode(["vangnet-sealed/2", PLAN.bytes, EVENT.bytes, []]),
        msgspec.msgpack.encode(["vangnet-sealed/1", b"short", EVENT.bytes, []]),
        msgspec.msgpack.encode(["vangnet-sealed/1", PLAN.bytes, EVENT.bytes, []]),
        pack(PLAN, EVENT, PARTS).replace(b"core", b"cor\xff"),
        b"\x95" + pack(PLAN, EVENT, PARTS)[1:] + b"\x91" * 100_000,
    ],
)
def test_what_is_no_envelope_is_called_damaged(state: bytes):
    """One error for every kind of damage, and none that slips through as something else."""
    with pytest.raises(TamperedError):
        unpack(state)
