"""Whether what a source gives goes on from what was followed of it."""

from __future__ import annotations

from shared.feed.alarm import Regrown, Rewound
from shared.feed.delivery import Batch
from shared.feed.place import Place


def check_continuity(name: str, place: Place, batch: Batch) -> None:
    """Raises Rewound or Regrown when a batch, read at ``place``, is of another history."""
    if batch.last < place.position:
        raise Rewound(name, place.position)
    if batch.after != place.position or None in (place.mark, batch.before):
        return
    if place.mark != batch.before:
        raise Regrown(name, place.position)
