"""The orders that a service has yet to carry out, in a table beside its events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec
from eventsourcing.persistence import Cursor

from shared.erasing.order import Order
from shared.record.database import Database

COMPONENT = "erasing"
MIGRATIONS = Path(__file__).with_name("migrations")

_ADD = (
    "INSERT INTO erasure_order (erasure, plan_id, told) VALUES (?, ?, ?) "
    "ON CONFLICT (erasure, plan_id) DO NOTHING"
)
_WAITING = "SELECT told FROM erasure_order ORDER BY erasure, plan_id"
_DROP = "DELETE FROM erasure_order WHERE erasure = ? AND plan_id = ?"
_order = msgspec.json.Decoder(Order)


class SqlOrders:
    """What is waiting. A row goes once its order was carried out and recorded."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self) -> list[Order]:
        """Every order that was not yet carried out."""
        with self._database.transaction(commit=False) as cursor:
            cursor.execute(_WAITING)
            return [_order.decode(row[0]) for row in cursor.fetchall()]

    def drop(self, order: Order) -> None:
        """It was carried out."""
        with self._database.transaction(commit=True) as cursor:
            cursor.execute(_DROP, (order.erasure.hex, order.plan.hex))


def add(cursor: Cursor, orders: Iterable[Order]) -> None:
    """Keeps orders in a transaction that is open; one that is there already stays."""
    for order in orders:
        told = msgspec.json.encode(order).decode()
        cursor.execute(_ADD, (order.erasure.hex, order.plan.hex, told))


def beside(orders: list[Order]) -> Callable[[Cursor], None] | None:
    """What keeps these orders in the transaction of an append; None when there are none."""
    return (lambda cursor: add(cursor, orders)) if orders else None
