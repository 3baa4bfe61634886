"""A plan's reaches, boxes that open to their own name, and the sight of any audience."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from shared.access.gate import Sight
from shared.eventbase.doing import Actor
from shared.eventbase.reach import Reach
from shared.eventbase.sealed import ERASED, Compartment, Sealed


def uid(number: int) -> UUID:
    """A fixed id that tells two things apart."""
    return UUID(int=number, version=4)


ME, OTHER, ITEM = uid(1), uid(2), uid(3)


class Boxes:
    """Opens every box to what is in it; a box without compartment is one whose key is gone."""

    def __init__(self) -> None:
        self.opened: list[Any] = []

    def compartment(self, sealed: Sealed[Any]) -> Compartment | None:
        """Where the box belongs."""
        found: Compartment | None = sealed.box
        return found

    def open(self, sealed: Sealed[Any]) -> Any:
        """What is in the box."""
        self.opened.append(sealed)
        return ERASED if sealed.box is None else sealed.box.name


def sight(role: str, person: UUID | None, reaches: Mapping[UUID, Reach]) -> Sight:
    """What an audience sees."""
    return Sight(Actor("sub", role, person), reaches, Boxes())


def reach(concerns: tuple[UUID, ...] = (), hidden: tuple[UUID, ...] = ()) -> Reach:
    """A reach."""
    return Reach(frozenset(concerns), frozenset(hidden))
