"""Which plans the sender must look at, and when: a hint, the truth stays in the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec


class Entry(msgspec.Struct, frozen=True):
    """A plan to look at. ``mark`` changes whenever there is news of it."""

    plan_id: UUID
    mark: int


class Agenda(Protocol):
    """The plans with something to do. Losing an entry loses no obligation, only its moment."""

    def due(self, now: datetime) -> Sequence[Entry]:
        """The plans to look at now, but for those that are being followed anew."""

    def settle(self, entry: Entry, again: datetime | None) -> None:
        """Looked at: look again at that moment, or not at all; unless there was news meanwhile."""

    def wake(self, plan_id: UUID) -> None:
        """There is news of this plan: look at it at once."""

    def wake_all(self) -> None:
        """Look at every plan at once: what a process does when it starts."""
