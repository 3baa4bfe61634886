"""What this service tells the other services: ids, kinds and moments, never content (design 5)."""

from __future__ import annotations

from typing import Any

import msgspec

from services.notifications.domain import catalogue
from shared.eventbase.event import Event, Recorded, shape

# Every event, with all of its core: none of it says what is in the dossier.
PUBLISHED: dict[type[Event], type[msgspec.Struct]] = {
    event_class: shape(event_class).core_type for event_class in catalogue.events.values()
}


def data(recorded: Recorded[Any]) -> dict[str, Any] | None:
    """The core of one of our events; None for one that was erased."""
    event = recorded.event
    published = PUBLISHED.get(type(event))
    if published is None:
        return None
    return {name: getattr(event, name) for name in published.__struct_fields__}
