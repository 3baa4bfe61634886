"""In which order the deliveries of a batch are taken."""

from __future__ import annotations

from collections.abc import Iterable

from shared.feed.delivery import Damaged, Delivery, is_stray
from shared.feed.message import Message


def in_order(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """By position, each once; a stray behind all that arrived before it.

    Of two with one position the readable one counts, or else the last.
    """
    placed: dict[int, tuple[int, Delivery]] = {}
    highest = 0
    for delivery in deliveries:
        highest = max(highest, delivery.position)
        at = highest if is_stray(delivery.position) else delivery.position
        known = placed.get(delivery.position)
        if known is None or isinstance(delivery, Message) or isinstance(known[1], Damaged):
            placed[delivery.position] = at, delivery
    # Sorting is stable, but a repeat keeps the place of the first in a dict: strays go last.
    ordered = sorted(placed.values(), key=lambda x: (x[0], is_stray(x[1].position)))
    return [delivery for _, delivery in ordered]
