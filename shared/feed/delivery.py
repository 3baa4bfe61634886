"""What a transport hands over: readable messages, and what could not be read."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from uuid import UUID

import msgspec

from shared.feed.message import Message


class Reason(enum.Enum):
    """Why a delivery was parked. A kind and never a text, which could quote content."""

    NOT_JSON = "not-json"
    NOT_A_MESSAGE = "not-a-message"
    TOO_LARGE = "too-large"
    UNTRANSLATABLE = "untranslatable"
    FOREIGN = "foreign"
    REFUSED = "refused"
    BEHIND = "behind"
    GAP = "gap"


class Damaged(msgspec.Struct, frozen=True):
    """A delivery that could not be read: where it stood, its bytes and what is known of it."""

    position: int
    reason: Reason
    raw: bytes = b""
    plan_id: UUID | None = None
    stream_id: UUID | None = None
    version: int | None = None


Delivery = Message | Damaged


class Batch(msgspec.Struct, frozen=True):
    """All that a source has after position ``after``, up to and including ``reached``.

    ``last`` is the source's last position at that moment, so that the reader knows its lag.
    """

    after: int
    reached: int
    last: int
    deliveries: Sequence[Delivery] = ()
