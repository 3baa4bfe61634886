"""An order to erase, as a service keeps it until it has carried it out."""

from __future__ import annotations

from uuid import UUID

import msgspec

from shared.eventbase.erasing import Ground
from shared.eventbase.known_types import known

# The topic of the event that an order is read from, wherever it comes from.
ORDERED = "plan.erasure-ordered"


class Order(msgspec.Struct, frozen=True):
    """These items and people of ``plan``, or all of it, are to be erased. Ids only.

    ``addresses``: people of whom it is only where they can be found.
    """

    erasure: UUID
    plan: UUID
    ground: Ground
    items: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
    whole: bool = False
    addresses: tuple[UUID, ...] = ()


known(Order)


def order_of(said: object) -> Order:
    """The order that an event gives, or the data of a message about it.

    Raises msgspec.ValidationError when it is none.
    """
    return msgspec.convert(said, Order, from_attributes=True)
