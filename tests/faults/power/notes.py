"""What the writer says of itself: what it begins, and what it acknowledges."""

from __future__ import annotations

from uuid import UUID

import msgspec


class Note(msgspec.Struct, frozen=True, tag=True):
    """Something said at one moment of the log."""


class Opened(Note, frozen=True):
    """The record was made and opened, and its signer has this public key."""

    key: bytes


class Begun(Note, frozen=True):
    """These acts are about to be recorded; of each, how many events it has."""

    acts: dict[UUID, int]


class Recorded(Note, frozen=True):
    """Acts were acknowledged: leaf hashes by ``seq``, kept answers by idempotency key."""

    leaves: dict[int, bytes]
    answers: dict[str, bytes]


class Erasing(Note, frozen=True):
    """The name of a person in a plan is about to be made unreadable."""

    plan: UUID
    person: UUID


class Erased(Note, frozen=True):
    """It was. ``wrapped``: what was stored of the key, which must be nowhere any more."""

    plan: UUID
    person: UUID
    wrapped: bytes


class Rotated(Note, frozen=True):
    """The epoch key was replaced. ``old``: the file as it was, none of whose keys may be left."""

    old: bytes


class Published(Note, frozen=True):
    """A checkpoint was published: number of leaves and root."""

    size: int
    root: bytes


class Failed(Note, frozen=True):
    """What was begun was not acknowledged, because of this error."""

    error: str


Said = Opened | Begun | Recorded | Erasing | Erased | Rotated | Published | Failed
said = msgspec.json.Decoder(Said).decode
