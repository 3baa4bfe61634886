"""The key store port: one random key per (plan, compartment), which can be destroyed on its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.eventbase.sealed import Compartment

KEY_BYTES = 32
KEY_ID_BYTES = 16


class Key(msgspec.Struct, frozen=True):
    """One live key. ``key_id`` is 16 random bytes that say nothing about plan or compartment.

    ``bound``: the compartment's name as bytes, which what is sealed with this key is bound to.
    """

    key_id: bytes
    plan_id: UUID
    compartment: Compartment
    cipher: AESGCM
    bound: bytes

    @classmethod
    def of(cls, key_id: bytes, plan_id: UUID, compartment: Compartment, secret: bytes) -> Key:
        """The key that these 32 secret bytes make."""
        bound = compartment.name.encode()
        return cls(key_id, plan_id, compartment, AESGCM(secret), bound)


class KeyStore(Protocol):
    """Where the keys are. Safe to call from several threads."""

    def ensure(self, plan_id: UUID, compartments: Iterable[Compartment]) -> dict[Compartment, Key]:
        """The key of each compartment; new ones are durable before this returns, all at once.

        Raises ErasedPlanError when the plan's core key was destroyed.
        """

    def prepare(self, wanted: Mapping[UUID, Iterable[Compartment]]) -> None:
        """Has these keys at hand, all made at once: whoever asks for them next need not wait.

        A plan whose core key was destroyed is passed over.
        """

    def find(self, key_id: bytes) -> Key | None:
        """The key; None when it was destroyed. Raises KeyStoreError when it never was here."""

    def compartment(self, key_id: bytes) -> Compartment:
        """What a key is or was of. Raises KeyStoreError when it never was here."""

    def destroy(self, plan_id: UUID, compartments: Iterable[Compartment]) -> None:
        """Makes everything sealed in these compartments unreadable from now on, here; all at once.

        Copies in backups and free disk pages die with the epoch key: see :meth:`complete_by`.
        """

    def destroy_plan(self, plan_id: UUID) -> None:
        """The same for every compartment of a plan, at once; it gets no keys from then on."""

    def complete_by(self) -> datetime:
        """When what was destroyed until now can be read from no copy any more, at the latest.

        Ask it after destroying: a turn in between would make an earlier answer too early.
        """

    def rotate(self) -> None:
        """Wraps every live key under a new epoch key and destroys the old epoch keys."""

    def rotate_when_due(self, now: datetime) -> int:
        """The same when the epoch key is about to reach its age; how often, so 0 or 1."""

    def epoch_ends(self) -> datetime:
        """When the present epoch key must be gone; later than that, its turn is late."""


class Wrapped(msgspec.Struct, frozen=True):
    """A key as it is stored: wrapped by the epoch key of that name."""

    epoch: str
    blob: bytes


class Wrapper(Protocol):
    """Holds the epoch keys: a file, or something that never lets them out (Vault, an HSM)."""

    def begin_epoch(self, at: datetime) -> str:
        """Makes a new epoch key, durably, which wraps from now on; gives its name."""

    def began(self) -> datetime | None:
        """When the present epoch began; None when nobody kept that."""

    def count_from(self, at: datetime) -> None:
        """Keeps, durably, that the present epoch began then."""

    def keeps_others(self) -> bool:
        """Whether there are older epoch keys beside the present one."""

    def present_epoch(self) -> str:
        """The name of the epoch key that wraps now, whichever process began it."""

    def wrap(self, key: bytes) -> Wrapped:
        """The key wrapped under the present epoch key (RFC 3394)."""

    def unwrap(self, wrapped: Wrapped) -> bytes:
        """The key. Raises KeyStoreError when its epoch key is not there or does not fit."""

    def rewrap(self, wrapped: Wrapped) -> Wrapped:
        """The same key under the present epoch key."""

    def destroy_others(self, epoch: str) -> None:
        """Destroys every epoch key but this one, durably."""
