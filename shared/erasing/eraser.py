"""Carrying out orders: the keys go first, then it is recorded, then the order is dropped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import msgspec
from eventsourcing.persistence import PersistenceError

from shared.access.role import Role
from shared.erasing.order import Order
from shared.eventbase.doing import Actor
from shared.eventbase.erasing import (
    DESTRUCTIONS,
    DossierDestroyed,
    Erasures,
    KeysDestroyed,
    compartments,
)
from shared.eventbase.event import Event, Recorded, Stamp
from shared.record.acting import Acting, Deed
from shared.record.errors import ErasedPlanError, RecordError

VANGNET = Actor("vangnet", Role.SERVICE.value)


class Orders(Protocol):
    """The orders that wait."""

    def waiting(self) -> list[Order]:
        """Every order that was not yet carried out."""

    def drop(self, order: Order) -> None:
        """It was carried out."""


class Telling(msgspec.Struct, frozen=True):
    """How a service says what it erased: in which of its own events."""

    erased: type[KeysDestroyed]
    destroyed: type[DossierDestroyed]


class Eraser:
    """Erases in one service. Stopped anywhere, it does the same again, and that is no different.

    ``receipt`` signs for what is recorded of a destruction; ``forget`` drops what the service
    followed of a plan.
    """

    def __init__(
        self,
        orders: Orders,
        acting: Acting,
        telling: Telling,
        receipt: Callable[[Sequence[bytes]], str],
        forget: Callable[[UUID], None],
    ) -> None:
        self._orders = orders
        self._acting = acting
        self._record = acting.record
        self._telling = telling
        self._receipt = receipt
        self._forget = forget

    def step(self, now: datetime) -> int:
        """Carries out what waits; gives how many. One that fails keeps no other from its turn.

        Raises what the key store or the record raised first, once all were tried.
        """
        failed: list[Exception] = []
        waiting = self._orders.waiting()
        for order in waiting:
            try:
                self._carry_out(order)
            except (RecordError, PersistenceError) as error:
                failed.append(error)
        if failed:
            raise failed[0]
        return len(waiting)

    def _carry_out(self, order: Order) -> None:
        # Of a dossier that is destroyed nothing is left to erase, or to say it in.
        with suppress(ErasedPlanError):
            (self._destroy if order.whole else self._erase)(order)
        self._orders.drop(order)

    def _erase(self, order: Order) -> None:
        gone = compartments(order.items, order.people, order.addresses)
        self._record.keys.destroy(order.plan, gone)
        if order.erasure in self._acting.state(order.plan)[Erasures].carried_out:
            return
        # Asked after the destroying: a turn of the epoch in between makes an earlier answer wrong.
        complete_by = self._record.keys.complete_by()
        what = order.erasure, order.ground, order.items, order.people
        self._say(order.plan, self._telling.erased(*what, complete_by, order.addresses))

    def _destroy(self, order: Order) -> None:
        # From then on nothing more can be recorded of it: these are all of its rows.
        self._record.keys.destroy_plan(order.plan)
        said = self._said(order) or self._say_destroyed(order)
        # A service that recorded nothing of it has nothing to remove.
        if said.event.rows:
            self._remove(said.stamp)
        self._forget(order.plan)

    def _remove(self, said: Stamp) -> None:
        leaf_hashes = self._record.leaf_hashes(DESTRUCTIONS, said.stream_id, said.version)
        self._record.destroy(said.seq or 0, self._receipt(leaf_hashes).encode())

    def _said(self, order: Order) -> Recorded[Any] | None:
        kind, history = self._telling.destroyed, self._acting.history(DESTRUCTIONS)
        said = [r for r in history if isinstance(r.event, kind)]
        return next((r for r in said if r.event.erasure == order.erasure), None)

    def _say_destroyed(self, order: Order) -> Recorded[Any]:
        rows, complete_by = self._record.ranges_of(order.plan), self._record.keys.complete_by()
        what = order.erasure, order.plan, order.ground, rows
        return self._say(DESTRUCTIONS, self._telling.destroyed(*what, complete_by))

    def _say(self, plan_id: UUID, event: Event) -> Recorded[Any]:
        done = self._acting.perform(Deed(plan_id, VANGNET, lambda state, doing: [event]))
        return done.events[-1]
