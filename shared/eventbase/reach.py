"""Whom an item concerns and who must not know of it (design section 6)."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

import msgspec


class Reach(msgspec.Struct, frozen=True):
    """``concerns``: the people whose item it is. ``hidden_from`` always wins over that."""

    concerns: frozenset[UUID] = frozenset()
    hidden_from: frozenset[UUID] = frozenset()

    def includes(self, person: UUID) -> bool:
        """Whether the item is this person's and not hidden from them."""
        return person in self.concerns and person not in self.hidden_from

    def narrowed(self, then: Reach) -> Reach:
        """Whom it concerns both now and ``then``; it is hidden from whom it was at either."""
        return Reach(self.concerns & then.concerns, self.hidden_from | then.hidden_from)


_NOBODY = Reach()


class Reaches:
    """The reach of every item and person of a plan: a part of the state, kept by the topics."""

    def __init__(self) -> None:
        self.of: dict[UUID, Reach] = {}

    def put(
        self, subject: UUID, concerns: Iterable[UUID], hidden_from: Iterable[UUID] = ()
    ) -> None:
        """Sets whom ``subject`` concerns and whom it is hidden from."""
        # Most things are nobody's in particular, and one object says that of all of them.
        told = concerns or hidden_from
        self.of[subject] = Reach(frozenset(concerns), frozenset(hidden_from)) if told else _NOBODY
