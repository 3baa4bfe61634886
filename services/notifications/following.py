"""From messages of the other services to events that this service can fold (design section 5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import uuid5

import msgspec

from services.notifications.domain.followed import FOLLOWED
from shared.eventbase.event import Event, Recorded, Stamp
from shared.feed.message import Message


def to_recorded(message: Message) -> Recorded[Any] | None:
    """The event that a message tells of; None when this service has no use for it.

    Raises msgspec.ValidationError when its data are not what such an event has.
    """
    event_class = FOLLOWED.get(message.source, {}).get(message.type)
    if event_class is None or message.erased:
        return None
    event: Event = msgspec.convert(message.data, event_class)
    return Recorded(event, _stamp(message))


def recorded_of(messages: Iterable[Message]) -> list[Recorded[Any]]:
    """The events that messages tell of, in the same order."""
    return [recorded for message in messages if (recorded := to_recorded(message)) is not None]


def check(message: Message) -> None:
    """Raises when the message is not what its type says: the follower then parks it."""
    to_recorded(message)


CHECKS = {topic: check for topics in FOLLOWED.values() for topic in topics}


def _stamp(message: Message) -> Stamp:
    # Who acted stays with the service that knows; the ids follow from where the event stands.
    event_id = uuid5(message.stream_id, str(message.version))
    return Stamp(
        event_id=event_id,
        plan_id=message.plan_id,
        stream_id=message.stream_id,
        version=message.version,
        act_id=event_id,
        actor=message.source,
        role="service",
        effective_at=message.effective_at,
        recorded_at=message.recorded_at,
        seq=message.seq,
        source=message.source,
    )
