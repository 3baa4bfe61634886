"""Sealing switched off: what a town would write if nobody sealed anything."""

from __future__ import annotations

from shared.record.envelope import Part
from shared.record.keys import Key
from shared.record.padding import SALT_BYTES, commitment
from shared.record.place import Place
from shared.record.seal import NONCE_BYTES, Plain, Sealer


class Unsealed(Sealer):
    """Keeps every part as it is."""

    def _closed(self, place: Place, plain: Plain, key: Key) -> Part:
        said = commitment(bytes(SALT_BYTES), plain.name, plain.content)
        return Part(plain.name, key.key_id, bytes(NONCE_BYTES), plain.content, said)

    def _salted(self, place: Place, part: Part) -> tuple[bytes, bytes]:
        return bytes(SALT_BYTES), part.ciphertext
