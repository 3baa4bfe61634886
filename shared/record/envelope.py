"""The stored bytes of one event: its sealed parts in a versioned MessagePack form.

In the clear stand only the ids that the row shows anyway, the parts' names (fields of a public
class) and opaque key ids; which compartment a key opens is known to the key store alone.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal
from uuid import UUID

import msgspec

from shared.record.errors import TamperedError

FORMAT: Final = "vangnet-sealed/1"


class Part(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One sealed part. ``key_id`` is 16 random bytes, ``nonce`` 12, ``commitment`` a SHA-256."""

    name: str
    key_id: bytes
    nonce: bytes
    ciphertext: bytes
    commitment: bytes


class Envelope(msgspec.Struct, frozen=True, array_like=True):
    """All parts of one event, at least its core.

    The ids are repeated so that the leaf's state hash covers them.
    """

    format: Literal["vangnet-sealed/1"]
    plan_id: UUID
    event_id: UUID
    parts: Annotated[tuple[Part, ...], msgspec.Meta(min_length=1)]

    @property
    def commitments(self) -> tuple[str, ...]:
        """The parts' commitments in hex, as the leaf lists them."""
        return tuple(part.commitment.hex() for part in self.parts)


_encoder = msgspec.msgpack.Encoder(uuid_format="bytes")
_decoder = msgspec.msgpack.Decoder(Envelope)


def pack(plan_id: UUID, event_id: UUID, parts: tuple[Part, ...]) -> bytes:
    """The stored bytes."""
    return _encoder.encode(Envelope(FORMAT, plan_id, event_id, parts))


def unpack(state: bytes) -> Envelope:
    """The envelope in ``state``. Raises TamperedError when the bytes are none."""
    try:
        return _decoder.decode(state)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TamperedError(
            "De opgeslagen bytes van een gebeurtenis zijn beschadigd. "
            "Draai de controle van het register en zet zo nodig een back-up terug."
        ) from error
