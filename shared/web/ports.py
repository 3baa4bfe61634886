"""What the web layer asks of the record."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import msgspec

from shared.eventbase.act import Act
from shared.eventbase.doing import Actor


class IdempotencyKey(msgspec.Struct, frozen=True):
    """``scope``: whose key this is. ``fingerprint``: of the request that it stands for.

    Both are HMACs: neither the key nor the content of the request can be read back from them.
    """

    scope: bytes
    fingerprint: bytes


class PerformResult(msgspec.Struct, frozen=True):
    """The answer to an act. ``location`` is a path under the service's base path."""

    body: bytes
    location: str


class Kept(msgspec.Struct, frozen=True):
    """The answer that was given to an earlier request with the same idempotency key."""

    fingerprint: bytes
    result: PerformResult


class Performing(msgspec.Struct, frozen=True):
    """One act to perform. ``plan_id`` is None when the act begins a dossier.

    ``revision`` is what the caller read, from ``If-Match``; never None for a guarded act.
    """

    plan_id: UUID | None
    act: Act
    actor: Actor
    idempotency: IdempotencyKey | None
    revision: str | None


Perform = Callable[[Performing], PerformResult]
KeptAnswer = Callable[[bytes], Kept | None]
