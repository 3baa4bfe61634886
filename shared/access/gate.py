"""The gate: the one place where a compartment is opened (design section 6).

Deny by default. A view that forgets to ask gets a closed box, which says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, Protocol, TypeVar
from uuid import UUID

from shared.access.role import PROFESSIONALS
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Actor
from shared.eventbase.erasing import GROUNDS, Erasure
from shared.eventbase.reach import Reach
from shared.eventbase.sealed import WITHHELD, Compartment, Erased, Kind, Sealed, Withheld

T = TypeVar("T")

ERASED_TEXT = "[gewist]"
FULL_SIGHT = frozenset(PROFESSIONALS)
_ADDRESS_SIGHT = frozenset({"worker", "service"})


def erased_text(erasure: Erasure) -> str:
    """What is said of an erasure: "[gewist op 05-03-2027, grond: verzoek]"."""
    return f"[gewist op {local_day(erasure.at):%d-%m-%Y}, grond: {GROUNDS[erasure.ground]}]"


class Opener(Protocol):
    """What can open a box: the record's sealer. Gives ERASED when the key was destroyed."""

    def open(self, sealed: Sealed[T]) -> T | Erased | None:
        """The content of ``sealed``."""

    def open_salted(self, sealed: Sealed[Any]) -> tuple[bytes, bytes] | Erased:
        """The salt and the bytes that the record's leaf commits to."""

    def compartment(self, sealed: Sealed[Any]) -> Compartment | None:
        """The compartment that ``sealed`` belongs to, also when its key is gone; None: of none."""


class Sight:
    """What one audience may see of one plan: judged now, over data then.

    ``reaches`` are those of the plan as it is now. ``sees`` decides whether a thing exists for
    this audience; ``open`` is what every view reads content through. ``erasures``: what was
    erased, when and why.
    """

    def __init__(
        self,
        actor: Actor,
        reaches: Mapping[UUID, Reach],
        opener: Opener,
        erasures: Mapping[Compartment, Erasure] | None = None,
    ) -> None:
        self.actor = actor
        self._erasures = erasures or {}
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
        return self.full or person in self._known

    @cached_property
    def _known(self) -> frozenset[UUID]:
        """Oneself, and whoever shares an item with one without being hidden from one."""
        myself = self.actor.person
        if myself is None:
            return frozenset()
        shared = {
            person
            for item, reach in self._reaches.items()
            if self.sees(item)
            for person in reach.concerns
        }
        # Of whom nothing is known (any more), nobody knows whom they were hidden from.
        mine = {p for p in shared & self._reaches.keys() if not self._hides(p, myself)}
        return frozenset(mine | {myself})

    def _hides(self, person: UUID, myself: UUID) -> bool:
        return myself in self.reach(person).hidden_from

    def known(self, people: Iterable[UUID]) -> list[UUID]:
        """Those of ``people`` whom this audience may know of."""
        return [person for person in people if self.knows(person)]

    def reach(self, item: UUID) -> Reach:
        """Whom an item concerns and is hidden from."""
        return self._reaches.get(item, Reach())

    def reaches(self, person: UUID) -> bool:
        """Whether this audience may know where ``person`` can be found or reached."""
        return self.actor.role in _ADDRESS_SIGHT or person == self.actor.person

    def open(self, sealed: Sealed[T]) -> T | Withheld | Erased | None:
        """The content if this audience may see its compartment, else WITHHELD or ERASED."""
        if sealed.content is not None:
            return sealed.content
        compartment = self._opener.compartment(sealed)
        if compartment is not None and not self._may_open(compartment):
            return WITHHELD
        return self._opener.open(sealed)

    def disclose(self, sealed: Sealed[Any]) -> tuple[bytes, bytes] | Withheld | Erased:
        """What proves a part of an event: its salt and bytes, or why they are not given.

        Only to an audience that may see everything: to a party the core of an event, and even
        that there is one, tells what is hidden (domain.md 3.7).
        """
        if not self.full:
            return WITHHELD
        compartment = self._opener.compartment(sealed)
        core = compartment is not None and compartment.kind is Kind.CORE
        if compartment is not None and not core and not self._may_open(compartment):
            return WITHHELD
        return self._opener.open_salted(sealed)

    def said(self, sealed: Sealed[Any] | None) -> Callable[[str], Any]:
        """Opens some content once: a field of it is None when withheld, a marker when erased."""
        content = self.open(sealed) if sealed is not None else None
        if sealed is not None and isinstance(content, Erased):
            marker = self.marker(sealed)
            return lambda field: marker
        if content is None or isinstance(content, Withheld):
            return lambda field: None
        return lambda field: getattr(content, field)

    def listed(self, sealed: Sealed[Any] | None, field: str) -> list[Any]:
        """A field that holds several things: empty when withheld or erased."""
        found = self.said(sealed)(field)
        return list(found) if isinstance(found, tuple | list) else []

    def marker(self, sealed: Sealed[Any]) -> Any:
        """What stands where erased content stood: when it was erased, and on which ground."""
        compartment = self._opener.compartment(sealed)
        erasure = self._erasures.get(compartment) if compartment is not None else None
        return ERASED_TEXT if erasure is None else erased_text(erasure)

    def _may_open(self, compartment: Compartment) -> bool:
        subject = compartment.subject
        if subject is None:
            return False
        if compartment.kind is Kind.ADDRESS:
            return self.reaches(subject)
        if compartment.kind is Kind.PARTY:
            return self.knows(subject)
        return compartment.kind is Kind.ITEM and self.sees(subject)
