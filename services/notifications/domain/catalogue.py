"""The catalogue that every topic module of the notifications service registers in."""

from __future__ import annotations

from typing import TypeVar

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Event, shape

catalogue = Catalogue("notifications")

C = TypeVar("C", bound=type[Event])


def recorded_by_service(event_class: C) -> C:
    """Registers an event that no act leads to: what the service itself did, such as sending."""
    known = catalogue.events.setdefault(event_class.TOPIC, event_class)
    if known is not event_class or not event_class.TOPIC or not event_class.NAME:
        raise TypeError(f"{event_class.__name__} needs a topic and a Dutch name of its own")
    shape(event_class)
    return event_class
