"""The gate: the one place where a compartment is opened (design section 6).

Deny by default. A view that forgets to ask gets a closed box, which says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar
from uuid import UUID

from shared.eventbase.doing import Actor
from shared.eventbase.reach import Reach
from shared.eventbase.sealed import WITHHELD, Compartment, Erased, Kind, Sealed, Withheld

T = TypeVar("T")

FULL_SIGHT = frozenset({"worker", "colleague", "supervisor", "inspector"})
_ADDRESS_SIGHT = frozenset({"worker", "service"})


class Opener(Protocol):
    """What can open a box: the record's sealer. Gives ERASED when the key was destroyed."""

    def reaches(self, person: UUID) -> bool:
        """Whether this audience may know where ``person`` can be found or reached."""
        return self.actor.role in _ADDRESS_SIGHT or person == self.actor.person

    def open(self, sealed: Sealed[T]) -> T | Erased:
        """The content of ``sealed``."""

    def compartment(self, sealed: Sealed[Any]) -> Compartment | None:
        """The compartment that ``sealed`` belongs to; None when its key is gone."""


class Sight:
    """What one audience may see of one plan: judged now, over data then.

    ``reaches`` are those of the plan as it is now. ``sees`` decides whether a thing exists for
    this audience; ``open`` is what every view reads content through.
    """

    def __init__(self, actor: Actor, reaches: Mapping[UUID, Reach], opener: Opener) -> None:
        self.actor = actor
        self.full = actor.role in FULL_SIGHT
        self._reaches = reaches
        self._opener = opener

    def sees(self, item: UUID) -> bool:
        """Whether this item exists for the audience."""
        if self.full:
            return True
        reach = self._reaches.get(item)
        return (
            reach is not None
            and self.actor.person is not None
            and reach.includes(self.actor.person)
        )

    def knows(self, person: UUID) -> bool:
        """Whether this audience may know that ``person`` has to do with the plan."""
        if self.full or person == self.actor.person:
            return True
        reach = self._reaches.get(person)
        hidden = (
            reach is None or self.actor.person is None or self.actor.person in reach.hidden_from
        )
        return not hidden and any(self._shares(person, other) for other in self._reaches.items())

    def _shares(self, person: UUID, other: tuple[UUID, Reach]) -> bool:
        subject, reach = other
        return subject != person and person in reach.concerns and self.sees(subject)

    def reaches(self, person: UUID) -> bool:
        """Whether this audience may know where ``person`` can be found or reached."""
        return self.actor.role in _ADDRESS_SIGHT or person == self.actor.person

    def open(self, sealed: Sealed[T]) -> T | Withheld | Erased:
        """The content if this audience may see its compartment, else WITHHELD or ERASED."""
        if sealed.content is not None:
            return sealed.content
        compartment = self._opener.compartment(sealed)
        if compartment is not None and not self._may_open(compartment):
            return WITHHELD
        return self._opener.open(sealed)

    def _may_open(self, compartment: Compartment) -> bool:
        subject = compartment.subject
        if subject is None:
            return False
        if compartment.kind is Kind.ADDRESS:
            return self.reaches(subject)
        if compartment.kind is Kind.PARTY:
            return self.knows(subject)
        return compartment.kind is Kind.ITEM and self.sees(subject)
