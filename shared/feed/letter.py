"""Dead letters: deliveries that were parked, with everything of the same plan behind them."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from shared.feed.cloudevents import MOST_BYTES, delivered, to_cloudevent
from shared.feed.delivery import Damaged, Delivery, Reason
from shared.feed.message import Message


class LetterState(enum.Enum):
    """What became of a parked delivery."""

    PARKED = "parked"
    TAKEN = "taken"
    ERASED = "erased"
    DROPPED = "dropped"


class DeadLetter(msgspec.Struct, frozen=True):
    """One parked delivery. What it said is sealed apart, and opened only to replay it.

    Without a ``plan_id`` nobody knows whose it is, and its source stands still before it.
    """

    source: str
    position: int
    plan_id: UUID | None
    stream_id: UUID | None
    version: int | None
    reason: Reason
    attempts: int
    parked_at: datetime
    state: LetterState = LetterState.PARKED


def payload_of(delivery: Delivery) -> bytes:
    """What is kept of a parked delivery: no more bytes of it than a message may have."""
    if isinstance(delivery, Message):
        return to_cloudevent(delivery)
    return delivery.raw[:MOST_BYTES]


def reopened(letter: DeadLetter, payload: bytes) -> Delivery:
    """The delivery that a letter holds, read again, as today's code reads it."""
    again = delivered(payload, letter.position, letter.plan_id)
    if isinstance(again, Damaged):
        return msgspec.structs.replace(again, stream_id=letter.stream_id, version=letter.version)
    return again
