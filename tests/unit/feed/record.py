"""A service's record, in a list: enough to have a feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from shared.eventbase.event import Event, Recorded, Stamp
from tests.unit.feed.feeds import BORING, NOTED, PLANS, START


class Noted(Event, frozen=True):
    """An event that others may know of."""

    TOPIC = NOTED
    nummer: int


class Chosen(Event, frozen=True):
    """An event that its service keeps to itself."""

    TOPIC = BORING
    nummer: int


def recorded(seq: int, event: Event, plan: int = 0, version: int | None = None) -> Recorded[Any]:
    """An event as the record gives it, stored an hour after it happened."""
    stamp = Stamp(
        event_id=UUID(int=seq, version=4),
        plan_id=PLANS[plan],
        stream_id=PLANS[plan],
        version=seq if version is None else version,
        act_id=UUID(int=1000 + seq, version=4),
        actor="els",
        role="worker",
        effective_at=START + timedelta(minutes=seq),
        recorded_at=START + timedelta(hours=1, minutes=seq),
        seq=seq,
    )
    return Recorded(event, stamp)


def publish(recorded: Recorded[Any]) -> Mapping[str, Any] | None:
    """What others may know: the number, and a moment and an id as a service would have them."""
    event, stamp = recorded.event, recorded.stamp
    if isinstance(event, Chosen):
        return None
    if event.nummer < 0:
        raise ValueError("the upcaster fell over")
    return {"nummer": event.nummer, "op": stamp.effective_at, "plan": stamp.plan_id}


class ListRecord:
    """Events in order, read as a record is."""

    def __init__(self, events: Sequence[Recorded[Any]]) -> None:
        self.events = list(events)

    def after(self, position: int, limit: int) -> list[Recorded[Any]]:
        """At most ``limit`` events after a position."""
        return [r for r in self.events if (r.stamp.seq or 0) > position][:limit]

    def last(self) -> int:
        """The last position."""
        return max((r.stamp.seq or 0 for r in self.events), default=0)
