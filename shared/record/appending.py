"""What goes into an append, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.persistence import Cursor

from shared.eventbase.event import Recorded
from shared.eventbase.sealed import Erased
from shared.record.stored import RecordedEvent, SealedEvent


class IdempotencyRow(msgspec.Struct, frozen=True):
    """The answer to keep with an act: hash of scope and key, MAC of the request, answer bytes."""

    scope_key: bytes
    request_mac: bytes
    answer: bytes


class Append(msgspec.Struct, frozen=True):
    """One act to record: all of its events or none.

    Each stamp names its stream and the version expected there, and has no ``recorded_at`` yet.
    ``after``: the latest ``recorded_at`` of what caused it. ``beside`` writes other rows in the
    same transaction (a follower's tracking row); what it raises undoes the whole append.
    """

    events: Sequence[Recorded[Any]]
    after: datetime | None = None
    answer: IdempotencyRow | None = None
    beside: Callable[[Cursor], None] | None = None


class Appended(msgspec.Struct, frozen=True):
    """An act that was recorded: its events as they will be read, and their leaf hashes."""

    events: tuple[Recorded[Any], ...]
    leaf_hashes: tuple[bytes, ...]


class Conflict(msgspec.Struct, frozen=True):
    """An act that was not recorded, because something else was first."""


class VersionConflict(Conflict, frozen=True):
    """The stream's last version was ``head``, so ``version`` could not follow it."""

    stream_id: UUID
    version: int
    head: int


class KeyConflict(Conflict, frozen=True):
    """The idempotency key was used before: its answer is kept under ``scope_key``."""

    scope_key: bytes


Outcomes = list[Appended | Conflict]
AppendAll = Callable[[Sequence[Append]], Outcomes]
# Who looks on while acts are recorded: gets the acts, and how to record them.
Around = Callable[[Sequence[Append], AppendAll], Outcomes]


class KeptAnswer(msgspec.Struct, frozen=True):
    """The answer kept with an act, where that act's last event stands, and all its leaf hashes."""

    request_mac: bytes
    plan_id: UUID
    stream_id: UUID
    version: int
    answer: bytes | Erased
    recorded_at: datetime
    leaf_hashes: tuple[bytes, ...]


class Head(msgspec.Struct, frozen=True):
    """The end of the record: the last ``seq`` (0 when empty) and when it was recorded."""

    seq: int
    recorded_at: datetime | None


class SealedAnswer(msgspec.Struct, frozen=True):
    """An :class:`IdempotencyRow` as the database gets it."""

    scope_key: bytes
    request_mac: bytes
    sealed: bytes


class SealedAct(msgspec.Struct, frozen=True):
    """An :class:`Append` as the database gets it; ``after`` in µs since 1970, 0 without a cause."""

    events: tuple[SealedEvent, ...]
    after: int = 0
    answer: SealedAnswer | None = None
    beside: Callable[[Cursor], None] | None = None


class StoredAct(msgspec.Struct, frozen=True):
    """An act that stands in the database."""

    events: tuple[RecordedEvent, ...]
    leaf_hashes: tuple[bytes, ...]


class AnswerRow(msgspec.Struct, frozen=True):
    """A kept answer as the database gives it back; ``recorded_at`` in µs since 1970."""

    request_mac: bytes
    plan_id: UUID
    stream_id: UUID
    version: int
    sealed: bytes
    recorded_at: int
