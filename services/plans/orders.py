"""What the other rows of an act are: the orders to erase that an approval gives."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eventsourcing.persistence import Cursor

from services.plans.domain.erasing.ordering import ErasureOrdered
from shared.erasing.order import order_of
from shared.erasing.orders import beside
from shared.eventbase.event import Event


def ordered(events: Sequence[Event]) -> Callable[[Cursor], None] | None:
    """Keeps the orders among these events; None when there are none."""
    orders = [event for event in events if isinstance(event, ErasureOrdered)]
    return beside([order_of(each) for each in orders])
