"""The receipt in the answer to an act: signed by the service when it was recorded."""

from __future__ import annotations

from collections.abc import Sequence

from shared.proof.signing import SigningKey
from shared.record.merkle import extend, root
from vangnet_verify.dossier import MAKER
from vangnet_verify.receipts import Receipt


class Receipts:
    """Signs for one log, with the key of its service."""

    def __init__(self, key: SigningKey) -> None:
        self._key = key
        self._log = key.public.name.removesuffix(MAKER)

    def of(self, leaf_hashes: Sequence[bytes]) -> str:
        """The note for an act with these events. The same each time that it is asked for."""
        peaks: tuple[bytes, ...] = ()
        for size, leaf_hash in enumerate(leaf_hashes):
            peaks = extend(peaks, size, leaf_hash)
        return self._key.note(Receipt(self._log, root(peaks)).text).decode()
