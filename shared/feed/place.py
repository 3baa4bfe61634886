"""How far a source was followed, and how to tell that it is still the same source."""

from __future__ import annotations

from uuid import UUID

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A position in a feed, and ``mark``: the id of the event there; None when nobody knows.

    ``hint`` is where the transport itself should go on reading, in its own words: nothing is
    lost without it, or with an old one, but time.
    """

    position: int = 0
    mark: UUID | None = None
    hint: str | None = None

    def not_before(self, whole: Place) -> Place:
        """This place of a part of a feed, or that of the whole feed where it is further."""
        if whole.position <= self.position:
            return self
        return Place(whole.position, whole.mark, self.hint)
