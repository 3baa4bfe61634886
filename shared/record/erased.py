"""What is left of an event whose plan was destroyed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from shared.eventbase.event import Event, Recorded, Stamp

NOBODY = UUID(int=0)


class ErasedEvent(Event, frozen=True):
    """An event whose core key was destroyed. No fold evolves on it; only its place remains."""

    TOPIC: ClassVar[str] = "record.erased"
    NAME: ClassVar[str] = "Gewist"


def erased(
    event_id: UUID, plan_id: UUID, stream_id: UUID, version: int, recorded_at: datetime, seq: int
) -> Recorded[ErasedEvent]:
    """What stands where an erased event stood: no actor, no act, effective when recorded."""
    stamp = Stamp(
        event_id=event_id,
        plan_id=plan_id,
        stream_id=stream_id,
        version=version,
        act_id=NOBODY,
        actor="",
        role="",
        effective_at=recorded_at,
        recorded_at=recorded_at,
        seq=seq,
    )
    return Recorded(ErasedEvent(), stamp)
