"""Acts: what a person does, and how a topic registers one (design sections 1 and 2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

import msgspec

from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.state import State


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """What a person does. The actor comes from the token, never from here.

    ``effective_at``: when it happened, None for "now". ``learned_at`` and ``learned_by``: when
    the organisation heard of it and which involved person it heard it from, or who heard it.
    ``COMBINES``: it is made of other acts, and its events are theirs.
    """

    ROLES: ClassVar[tuple[str, ...]] = ("worker",)
    COMBINES: ClassVar[bool] = False

    effective_at: datetime | None = None
    learned_at: datetime | None = None
    learned_by: UUID | None = None

    @property
    def parts(self) -> tuple[Act, ...]:
        """The acts that this one is made of, if others are entered by it as they are."""
        return ()


Decide = Callable[[State, Any, Doing], Sequence[Event]]


class Registered(msgspec.Struct, frozen=True):
    """One kind of act as its topic registered it: everything else about it follows from here.

    ``title`` is its Dutch name. ``changes_plan``: it may stand inside an adjustment.
    ``guarded``: it needs ``If-Match`` with the revision that was read.
    """

    act: type[Act]
    decide: Decide
    title: str
    paragraphs: tuple[str, ...]
    emits: tuple[type[Event], ...]
    changes_plan: bool = False
    guarded: bool = False

    @property
    def takes_back(self) -> bool:
        """Whether it voids an earlier event."""
        return any("voids" in event.__struct_fields__ for event in self.emits)
