"""From messages of other services to events that this one can fold (design section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.known_types import known
from shared.feed.message import Message
from shared.feed.verdict import Checks

# Per service the event classes that its messages are read as, by topic.
Classes = Mapping[str, Mapping[str, type[Event]]]


class Followed:
    """Reads messages as events of ``classes``; a message of any other type is of no use here."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        known(*(event for topics in classes.values() for event in topics.values()))

    @property
    def checks(self) -> Checks:
        """What a follower tries on each message of a type that is of use."""
        return {topic: self._check for topics in self._classes.values() for topic in topics}

    def _check(self, message: Message) -> None:
        self.event_of(message)

    def event_of(self, message: Message) -> Recorded[Any] | None:
        """The event that a message tells of; None when it is of no use here, or erased.

        Raises msgspec.ValidationError when its data are not what such an event has.
        """
        event_class = self._classes.get(message.source, {}).get(message.type)
        if event_class is None or message.erased:
            return None
        return Recorded(msgspec.convert(message.data, event_class), _stamp(message))

    def events_of(self, messages: Iterable[Message]) -> list[Recorded[Any]]:
        """The events that messages tell of, in the same order."""
        found = (self.event_of(message) for message in messages)
        return [recorded for recorded in found if recorded is not None]


def _stamp(message: Message) -> Stamp:
    # Who acted, and in which act, stays with the service that knows.
    return Stamp(
        event_id=message.event_id,
        plan_id=message.plan_id,
        stream_id=message.stream_id,
        version=message.version,
        act_id=message.event_id,
        actor=message.source,
        role="service",
        effective_at=message.effective_at,
        recorded_at=message.recorded_at,
        seq=message.seq,
        source=message.source,
    )
