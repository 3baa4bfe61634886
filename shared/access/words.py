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
        # The same few people are named in every sentence.
        self._named: dict[UUID | None, str] = {None: SOMEBODY}

    def name(self, person: UUID | None) -> str:
        """The name of a person whom this audience may know, else a neutral word."""
        if person not in self._named:
            self._named[person] = self._called(person) or SOMEBODY
        return self._named[person]

    def _called(self, person: UUID | None) -> str | None:
        return self._name_of(person) if person is not None and self._sight.knows(person) else None

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
