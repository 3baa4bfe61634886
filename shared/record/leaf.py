"""The leaf of one stored event, ``vp-leaf/1``: what the log proves about it (integrity.md 2.2).

RFC 8785 canonical JSON of strings, whole numbers and arrays only, hashed as an RFC 6962 leaf.
The state hash is over ciphertext, so that an auditor without keys can check every row.
"""

from __future__ import annotations

from hashlib import sha256

import msgspec

FORMAT = "vp-leaf/1"
_LEAF_PREFIX = b"\x00"
_encode = msgspec.json.Encoder().encode


class Leaf(msgspec.Struct, frozen=True, kw_only=True):
    """One leaf. The fields stand in the order of their JSON keys, which makes the bytes canonical.

    ``recorded_at`` is in microseconds since 1970 UTC; ``previous`` is the leaf hash of the event
    before it in its stream, "" for the first; the hashes are lower-case hex.
    """

    recorded_at: int = msgspec.field(name="at")
    commitments: tuple[str, ...] = msgspec.field(name="cm")
    format: str = msgspec.field(name="f", default=FORMAT)
    stream_id: str = msgspec.field(name="id")
    origin: str = msgspec.field(name="o")
    previous: str = msgspec.field(name="prev")
    state_hash: str = msgspec.field(name="st")
    topic: str = msgspec.field(name="t")
    version: int = msgspec.field(name="v")


def canonical(leaf: Leaf) -> bytes:
    """The RFC 8785 bytes of a leaf."""
    return _encode(leaf)


def leaf_hash(leaf: Leaf) -> bytes:
    """The RFC 6962 leaf hash: SHA-256 over 0x00 and the canonical bytes."""
    return sha256(_LEAF_PREFIX + canonical(leaf)).digest()
