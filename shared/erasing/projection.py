"""Orders that come along a feed, kept in the transaction that follows it."""

from __future__ import annotations

from collections.abc import Sequence

from eventsourcing.persistence import Cursor

from shared.erasing.order import ORDERED, order_of
from shared.erasing.orders import add
from shared.feed.message import Message
from shared.feed.ports import Projection


class OrdersProjection:
    """A Projection of the inbox on the orders, and on what else the service has.

    An order that was carried out comes back with a rebuild, and is carried out again: it changes
    nothing then.
    """

    def __init__(self, other: Projection) -> None:
        self._other = other

    def followed(self, cursor: Cursor, messages: Sequence[Message]) -> None:
        """Takes in messages that were just followed."""
        told = [m for m in messages if m.type == ORDERED and not m.erased]
        add(cursor, [order_of(message.data) for message in told])
        self._other.followed(cursor, messages)

    def emptied(self, cursor: Cursor, source: str) -> None:
        """Forgets what came from ``source``, but for what must still be erased."""
        self._other.emptied(cursor, source)

    def level(self, cursor: Cursor, source: str) -> None:
        """Knows that ``source`` has no more than was handed over since it was emptied."""
        self._other.level(cursor, source)
