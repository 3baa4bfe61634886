"""What this service tells the other services: ids, kinds and moments, never content (design 5)."""

from __future__ import annotations

from typing import Any

from services.notifications.domain import catalogue
from shared.eventbase.event import Recorded, shape


def data(recorded: Recorded[Any]) -> dict[str, Any] | None:
    """The core of one of our events; None for one that was erased."""
    event = recorded.event
    if catalogue.events.get(event.TOPIC) is not type(event):
        return None
    return {name: getattr(event, name) for name in shape(type(event)).core}
