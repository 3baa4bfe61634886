"""Another implementation can open what was sealed, from the description alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.eventbase.sealed import ERASED, Compartment, Kind
from shared.record.errors import TamperedError
from shared.record.keys import Key
from shared.record.place import Place
from shared.record.seal import Plain, Sealer

PLAN, STREAM, EVENT, PERSON = (UUID(int=n) for n in (1, 2, 3, 4))
PLACE = Place(PLAN, STREAM, 5, EVENT, "plan.person-joined")
HOME = Compartment(Kind.ADDRESS, PERSON)
SECRET = bytes(range(32))


class OneKey:
    """A key store with one key, which can be taken away."""

    def __init__(self) -> None:
        self.key: Key | None = Key.of(b"i" * 16, PLAN, HOME, SECRET)

    def ensure(self, plan_id: UUID, compartments: Iterable[Compartment]) -> dict[Compartment, Key]:
        return {c: self.key for c in compartments if self.key}

    def prepare(self, wanted: Mapping[UUID, Iterable[Compartment]]) -> None:
        """The key is at hand."""

    def find(self, key_id: bytes) -> Key | None:
        return self.key

    def destroy(self, plan_id: UUID, compartments: Iterable[Compartment]) -> None:
        self.key = None

    def destroy_plan(self, plan_id: UUID) -> None:
        self.key = None

    def complete_by(self) -> datetime:
        return datetime.max

    def epoch_ends(self) -> datetime:
        return datetime.max

    def rotate(self) -> None:
        """There is nothing to rotate."""

    def rotate_when_due(self, now: datetime) -> int:
        return 0


def test_a_part_can_be_opened_from_its_description():
    """AES-256-GCM; the associated data and the plaintext are spelled out here by hand."""
    sealer = Sealer(OneKey(), lambda size: b"r" * size)
    (part,) = sealer.seal(PLACE, [Plain("address", HOME, b'{"street":"x"}')])
    bound = b"".join(
        [
            b"vangnet-sealed/1",
            *(id.bytes for id in (PLAN, STREAM, EVENT)),
            (5).to_bytes(8, "big"),
            b"plan.person-joined\0address\0addr:" + str(PERSON).encode(),
        ]
    )
    plaintext = AESGCM(SECRET).decrypt(b"r" * 12, part.ciphertext, bound)
    assert plaintext == (b"r" * 32 + b"\0\0\0\x0e" + b'{"street":"x"}').ljust(256, b"\0")
    assert (
        part.commitment == sha256(b"vp-commit/2" + b"r" * 32 + b'address\0{"street":"x"}').digest()
    )
    assert (part.key_id, part.nonce) == (b"i" * 16, b"r" * 12)


@pytest.mark.parametrize(
    "elsewhere",
    [
        Place(STREAM, STREAM, 5, EVENT, PLACE.topic),
        Place(PLAN, PLAN, 5, EVENT, PLACE.topic),
        Place(PLAN, STREAM, 6, EVENT, PLACE.topic),
        Place(PLAN, STREAM, 5, PLAN, PLACE.topic),
        Place(PLAN, STREAM, 5, EVENT, "plan.person-left"),
    ],
)
def test_a_part_opens_in_its_own_place_only(elsewhere: Place):
    """Plan, stream, version, event and topic each count."""
    sealer = Sealer(OneKey(), lambda size: b"r" * size)
    (part,) = sealer.seal(PLACE, [Plain("address", HOME, b"{}")])
    assert sealer.open_part(PLACE, part) == b"{}"
    with pytest.raises(TamperedError):
        sealer.open_part(elsewhere, part)


def test_a_part_under_another_commitment_does_not_open_and_without_its_key_it_is_erased():
    """AES-GCM alone would let one ciphertext open to two texts under two keys."""
    keys = OneKey()
    sealer = Sealer(keys, lambda size: b"r" * size)
    one, other = sealer.seal(PLACE, [Plain("a", HOME, b"{}"), Plain("a", HOME, b"[]")])
    swapped = type(one)(one.name, one.key_id, one.nonce, one.ciphertext, other.commitment)
    with pytest.raises(TamperedError):
        sealer.open_part(PLACE, swapped)
    keys.destroy(PLAN, [HOME])
    assert sealer.open_part(PLACE, one) is ERASED
