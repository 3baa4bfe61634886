"""One page of a service's feed as it goes over HTTP, written and read back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from shared.feed.cloudevents import delivered, to_wire
from shared.feed.delivery import Batch, Delivery

_Position = Annotated[int, Meta(ge=0, le=2**63 - 1)]


class NotAPage(Exception):
    """Bytes that are not the page that was asked for."""


class _Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A page with its Dutch names."""

    na: _Position
    bereikt: _Position
    laatste: _Position
    merk: UUID | None
    merk_voor: UUID | None = msgspec.field(name="merkVoor")
    gebeurtenissen: list[msgspec.Raw]


class _Place(msgspec.Struct, frozen=True):
    """All that must be legible of an event that we may not understand otherwise."""

    sequence: Annotated[str, Meta(pattern=r"^[0-9]{19}$")]
    partitionkey: UUID | None = None


_decoder = msgspec.json.Decoder(_Page)
_places = msgspec.json.Decoder(_Place)


def page_of(service: str, batch: Batch) -> bytes:
    """The page that tells of a batch of the feed of ``service``."""
    events = [msgspec.Raw(to_wire(delivery, service)) for delivery in batch.deliveries]
    page = _Page(batch.after, batch.reached, batch.last, batch.mark, batch.before, events)
    return msgspec.json.encode(page)


def batch_of(page: bytes, after: int, limit: int) -> Batch:
    """The batch that a page tells of. Raises NotAPage when it does not connect to the question.

    An event that cannot be understood is a damaged one; a page that could hide one is no page.
    """
    try:
        found = _decoder.decode(page)
        deliveries = [_delivery(bytes(raw)) for raw in found.gebeurtenissen]
    except (ValueError, RecursionError):
        raise NotAPage from None
    reached = deliveries[-1].position if deliveries else after
    if not (found.na == after and found.bereikt == reached and _in_order(after, deliveries, limit)):
        raise NotAPage
    return Batch(after, reached, found.laatste, deliveries, found.merk, found.merk_voor)


def _delivery(raw: bytes) -> Delivery:
    place = _places.decode(raw)
    return delivered(raw, int(place.sequence), place.partitionkey)


def _in_order(after: int, deliveries: Sequence[Delivery], limit: int) -> bool:
    positions = [after, *(delivery.position for delivery in deliveries)]
    return len(deliveries) <= limit and all(a < b for a, b in pairwise(positions))
