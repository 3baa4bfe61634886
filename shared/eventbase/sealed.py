"""Content that belongs to one compartment of one event (design section 4).

An event's own fields hold ids, kinds, moments and intervals only: its *core*. Everything a
person wrote or said stands in a content struct behind one of the three declarations below,
which also say whose compartment it is:

``Item[T]``     ``item:<id>``       what an agreement, concern or incident says
``Party[T]``    ``party:<person>``  who somebody is
``Address[T]``  ``addr:<person>``   where somebody can be found or reached
"""

from __future__ import annotations

import enum
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

import msgspec

T = TypeVar("T")


class Kind(enum.Enum):
    """The kinds of compartment; the value is the prefix of the compartment's name."""

    CORE = "core"
    ITEM = "item"
    PARTY = "party"
    ADDRESS = "addr"


class Compartment(msgspec.Struct, frozen=True):
    """The part of a plan that has a key of its own: a kind, and the item or person it is about."""

    kind: Kind
    subject: UUID | None = None

    @property
    def name(self) -> str:
        """``core``, ``item:<id>``, ``party:<person>`` or ``addr:<person>``."""
        return self.kind.value if self.subject is None else f"{self.kind.value}:{self.subject}"


CORE = Compartment(Kind.CORE)


class Sealed(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """One content struct of one event: in the clear until it is stored, a closed box afterwards.

    ``content`` is set only between the decision and the append; ``box`` is what the record
    handed back, and only :mod:`shared.record.seal` can open it, for the gate.
    """

    content: T | None = None
    box: Any = None


Item = Annotated[Sealed[T], Kind.ITEM]
Party = Annotated[Sealed[T], Kind.PARTY]
Address = Annotated[Sealed[T], Kind.ADDRESS]


def seal(content: T) -> Sealed[T]:
    """Content that a decision hands to the record to be sealed."""
    return Sealed(content=content)


class Withheld(msgspec.Struct, frozen=True):
    """What an audience gets instead of content it may not see. It says nothing more."""


class Erased(msgspec.Struct, frozen=True):
    """What everybody gets instead of content whose key was destroyed. Never an error."""


WITHHELD = Withheld()
ERASED = Erased()
