"""Sealing and opening: AES-256-GCM under the key of (plan, compartment), bound to its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar, cast
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag

from shared.eventbase.sealed import ERASED, Compartment, Erased, Sealed
from shared.record.box import Box
from shared.record.envelope import Part
from shared.record.errors import TamperedError
from shared.record.keys import Key, KeyStore
from shared.record.padding import SALT_BYTES, commitment, pad, unpad
from shared.record.place import Place

T = TypeVar("T")
NONCE_BYTES = 12


class Plain(msgspec.Struct, frozen=True):
    """One part before it is sealed: its name, the compartment it belongs to, its JSON bytes."""

    name: str
    compartment: Compartment
    content: bytes


class Sealer:
    """Closes parts and opens boxes. Safe to use from several threads.

    ``random_bytes`` must be cryptographic: nonces and salts come from it.
    """

    def __init__(self, keys: KeyStore, random_bytes: Callable[[int], bytes]) -> None:
        self._keys = keys
        self._random_bytes = random_bytes

    def prepare(self, wanted: Mapping[UUID, Iterable[Compartment]]) -> None:
        """Makes sure that these compartments have keys, so that sealing finds them at hand."""
        self._keys.prepare(wanted)

    def seal(self, place: Place, plains: Sequence[Plain]) -> tuple[Part, ...]:
        """The sealed parts, in the same order. Raises ErasedPlanError for a destroyed plan."""
        keys = self._keys.ensure(place.plan_id, [plain.compartment for plain in plains])
        return tuple(self._closed(place, plain, keys[plain.compartment]) for plain in plains)

    def _closed(self, place: Place, plain: Plain, key: Key) -> Part:
        fresh = self._random_bytes(SALT_BYTES + NONCE_BYTES)
        salt, nonce = fresh[:SALT_BYTES], fresh[SALT_BYTES:]
        bound = place.bound_to(plain.name, key.bound)
        ciphertext = key.cipher.encrypt(nonce, pad(salt, plain.content), bound)
        return Part(
            plain.name, key.key_id, nonce, ciphertext, commitment(salt, plain.name, plain.content)
        )

    def open_part(self, place: Place, part: Part) -> bytes | Erased:
        """The JSON bytes, or ERASED when the key was destroyed.

        Raises TamperedError when the part was altered or does not belong in this place.
        """
        found = self._salted(place, part)
        return found if isinstance(found, Erased) else found[1]

    def open_salted(self, sealed: Sealed[Any]) -> tuple[bytes, bytes] | Erased:
        """The salt and the JSON bytes that the leaf commits to, for the gate only.

        Raises TamperedError.
        """
        return self._salted(sealed.box.place, sealed.box.part)

    def _salted(self, place: Place, part: Part) -> tuple[bytes, bytes] | Erased:
        key = self._keys.find(part.key_id)
        if key is None:
            return ERASED
        try:
            bound = place.bound_to(part.name, key.bound)
            salt, content = unpad(key.cipher.decrypt(part.nonce, part.ciphertext, bound))
        except (InvalidTag, ValueError) as error:
            raise tampered(place, part) from error
        if commitment(salt, part.name, content) != part.commitment:
            raise tampered(place, part)
        return salt, content

    def open(self, sealed: Sealed[T]) -> T | Erased:
        """The content; ERASED when its key was destroyed. For the gate only.

        None for what never held anything: a field left empty, or newer than its event. Raises
        TamperedError.
        """
        if sealed.box is None:
            return cast(T, sealed.content)
        content = self.open_part(sealed.box.place, sealed.box.part)
        if isinstance(content, Erased):
            return content
        return cast(T, decoder(sealed.box.content_type).decode(content))

    def compartment(self, sealed: Sealed[Any]) -> Compartment | None:
        """The compartment a box belongs to, its key destroyed or not; None when it is empty."""
        box: Box | None = sealed.box
        if box is None:
            return None
        key = self._keys.find(box.part.key_id)
        return self._keys.compartment(box.part.key_id) if key is None else key.compartment


MakeSealer = Callable[[KeyStore, Callable[[int], bytes]], Sealer]


@cache
def decoder(content_type: Any) -> msgspec.json.Decoder[Any]:
    """What reads the content of a part of this type; an empty part is JSON ``null``."""
    return msgspec.json.Decoder(content_type | None)


def tampered(place: Place, part: Part) -> TamperedError:
    """The error for a part that does not open in its place. It names the row, never content."""
    return TamperedError(
        f"Deel '{part.name}' van gebeurtenis {place.version} in stroom {place.stream_id} is "
        "gewijzigd of hoort hier niet. Draai de controle van het register."
    )
