"""Stored events: sealed bytes with what the record must know of them, before and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from eventsourcing.persistence import Notification, StoredEvent


@dataclass(frozen=True)
class SealedEvent(StoredEvent):
    """An event that is sealed and not stored yet. ``commitments`` are hex, one per part."""

    plan_id: UUID
    event_id: UUID
    commitments: tuple[str, ...]

    @property
    def stream_id(self) -> UUID:
        """The stream: the library's ``originator_id``, which in this record is always a UUID."""
        return cast(UUID, self.originator_id)


@dataclass(frozen=True)
class RecordedEvent(Notification):
    """An event as the record holds it. ``id``: its ``seq``; ``recorded_at``: µs since 1970."""

    plan_id: UUID
    recorded_at: int
