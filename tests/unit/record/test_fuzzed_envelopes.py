"""Stored bytes that nobody stored: an envelope that is written the same again, or tampered with."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.eventbase.sealed import CORE
from shared.record.envelope import Part, pack, unpack
from shared.record.errors import TamperedError
from shared.record.keys import Key
from shared.record.packet import open_packet
from shared.record.place import Place
from shared.record.seal import Plain, Sealer
from tests.unit.proof.mutations import bytes_of_any_kind, mutated

pytestmark = pytest.mark.fuzz

PLAN, EVENT = UUID(int=1), UUID(int=2)
PLACE = Place(PLAN, PLAN, 1, EVENT, "test.agreed")


class OneKey:
    """A key store with one key, whatever is asked for."""

    key = Key.of(b"k" * 16, PLAN, CORE, b"s" * 32)

    def ensure(self, plan_id: UUID, compartments: object) -> dict[object, Key]:
        return {CORE: self.key}

    def find(self, key_id: bytes) -> Key:
        return self.key


SEALER = Sealer(OneKey(), bytes)  # type: ignore[arg-type]  # what a sealer needs of one
PARTS = SEALER.seal(
    PLACE, [Plain("core", CORE, b'{"x":1}'), Plain("words", CORE, "é".encode() * 200)]
)
STATE = pack(PLAN, EVENT, PARTS)
_HEAD = STATE[: STATE.index(b"\x92\x95")]
NESTED = st.integers(1, 3000).map(lambda depth: b"\x95" + _HEAD[1:] + b"\x90" + b"\x91" * depth)
COUNTED = st.integers(0, 2**32 - 1).map(lambda n: _HEAD + b"\xdd" + n.to_bytes(4, "big"))
STATES = mutated(STATE) | bytes_of_any_kind | NESTED | COUNTED


@given(state=STATES)
def test_an_envelope_is_read_or_tampered_with(state: bytes) -> None:
    """A part of it opens as what was sealed there, or not at all: whatever bytes a row has."""
    try:
        envelope = unpack(state)
        opened = [SEALER.open_part(PLACE, part) for part in envelope.parts]
    except TamperedError:
        return
    true = {part.ciphertext: SEALER.open_part(PLACE, part) for part in PARTS}
    assert opened == [true[part.ciphertext] for part in envelope.parts]


@given(packet=STATES)
def test_a_packet_is_opened_or_tampered_with(packet: bytes) -> None:
    """Answers, dead letters and reasons are kept in the same form, with one part."""
    with pytest.raises(TamperedError):
        open_packet(SEALER, PLAN, "answer", packet)


def test_what_is_read_is_what_was_packed() -> None:
    """The rest here would pass if nothing could be read."""
    found = unpack(STATE)
    assert (found.plan_id, found.event_id, found.parts) == (PLAN, EVENT, PARTS)
    assert [type(part) for part in found.parts] == [Part, Part]
