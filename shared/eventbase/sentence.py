"""How an event reads in a history: one Dutch sentence, at B1 level, for one audience."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol
from uuid import UUID

from shared.eventbase.sealed import Sealed


class Words(Protocol):
    """What a sentence is told with: content and names, as far as the audience may have them."""

    def name(self, person: UUID | None) -> str:
        """The name of a person, or a neutral word."""

    def names(self, people: Iterable[UUID]) -> str:
        """The names of several people, as one enumeration."""

    def text(self, sealed: Sealed[Any] | None, field: str) -> str:
        """One field of some content; empty when it was left out, a marker when it was erased."""
