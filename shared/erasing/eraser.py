"""Carrying out orders: the keys go first, then it is recorded, then the order is dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from shared.access.role import Role
from shared.erasing.order import Order
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.erasing import Erasures, KeysDestroyed, compartments
from shared.eventbase.event import Event
from shared.eventbase.state import State
from shared.record.acting import Acting, Deed

VANGNET = Actor("vangnet", Role.SERVICE.value)


class Orders(Protocol):
    """The orders that wait."""

    def waiting(self) -> list[Order]:
        """Every order that was not yet carried out."""

    def drop(self, order: Order) -> None:
        """It was carried out."""


class Eraser:
    """Erases in one service. Stopped anywhere, it does the same again, and that is no different.

    ``event_class`` is how this service says so; ``complete_by`` when a key that is destroyed now
    cannot be unwrapped any more from any copy.
    """

    def __init__(
        self,
        orders: Orders,
        acting: Acting,
        event_class: type[KeysDestroyed],
        complete_by: Callable[[], datetime],
    ) -> None:
        self._orders = orders
        self._acting = acting
        self._event_class = event_class
        self._complete_by = complete_by

    def step(self, now: datetime) -> int:
        """Carries out what waits; gives how many. Raises what the key store or the record does."""
        waiting = self._orders.waiting()
        for order in waiting:
            self._carry_out(order)
        return len(waiting)

    def _carry_out(self, order: Order) -> None:
        complete_by = self._complete_by()
        for compartment in compartments(order.items, order.people):
            self._acting.record.keys.destroy(order.plan, compartment)
        if order.erasure not in self._acting.state(order.plan)[Erasures].carried_out:
            self._acting.perform(Deed(order.plan, VANGNET, self._recording(order, complete_by)))
        self._orders.drop(order)

    def _recording(
        self, order: Order, complete_by: datetime
    ) -> Callable[[State, Doing], list[Event]]:
        what = order.erasure, order.ground, order.items, order.people
        return lambda state, doing: [self._event_class(*what, complete_by)]
