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
    """A delivery that could not be read: where it stood, its bytes and what is known of it.

    One without a position in the feed is a stray, such as a record on a topic that we did not
    put there: its ``position`` is below zero, and no other stray of that service has it.
    """

    position: int
    reason: Reason
    raw: bytes = b""
    plan_id: UUID | None = None
    stream_id: UUID | None = None
    version: int | None = None


Delivery = Message | Damaged


class Batch(msgspec.Struct, frozen=True):
    """All that a source has after position ``after``, up to and including ``reached``.

    ``last`` is the source's last position at that moment, so that the reader knows its lag; of
    a part of a feed it is never below ``after``. ``mark`` is the id of the event at ``reached``
    and ``before`` of the one that the source has at ``after`` now; None when it cannot tell.
    ``hint`` is where its transport goes on reading.
    """

    after: int
    reached: int
    last: int
    deliveries: Sequence[Delivery] = ()
    mark: UUID | None = None
    before: UUID | None = None
    hint: str | None = None


def is_stray(position: int) -> bool:
    """Whether a delivery or letter with this position has no place in its feed."""
    return position < 0
