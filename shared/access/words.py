"""The words of a sentence for one audience: names and content as far as the gate gives them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from shared.access.gate import Sight
from shared.eventbase.sealed import Sealed

SOMEBODY = "iemand"

NameOf = Callable[[UUID], str | None]


class AudienceWords:
    """What sentences are told with to the audience of ``sight``."""

    def __init__(self, sight: Sight, name_of: NameOf) -> None:
        self._sight = sight
        self._name_of = name_of

    def name(self, person: UUID | None) -> str:
        """The name of a person whom this audience may know, else a neutral word."""
        if person is None or not self._sight.knows(person):
            return SOMEBODY
        return self._name_of(person) or SOMEBODY

    def names(self, people: Iterable[UUID]) -> str:
        """Everybody whom this audience may know, as "Els, Hans en Mirjam"."""
        known = [self.name(person) for person in self._sight.known(people)]
        if len(known) < 2:
            return known[0] if known else SOMEBODY
        return f"{', '.join(known[:-1])} en {known[-1]}"

    def text(self, sealed: Sealed[Any] | None, field: str) -> str:
        """One field of some content: empty when left out or withheld, marked when erased."""
        found = self._sight.said(sealed)(field)
        return "" if found is None else str(found)
