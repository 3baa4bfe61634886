"""Obligations: what must still be done, opened by one event and settled by another (design 1).

Nothing of this is stored. It follows from the state, so it is the same whatever order the
events came in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from shared.eventbase.state import State
from shared.eventbase.terms import Terms


class Mark(msgspec.Struct, frozen=True):
    """An event that something else hangs on: which, and when it happened."""

    event_id: UUID
    at: datetime


class Obligation(msgspec.Struct, frozen=True):
    """One thing to do. ``about``: the item, person, evaluation or incident that it is for.

    ``duty`` is the name of its duty, ``rule`` the W/S/R id that sets its term. ``supervisor_at``:
    from when on an open one is for a supervisor to see to as well; None: never by itself.
    """

    duty: str
    rule: str
    about: UUID | None
    opened: Mark
    due_at: datetime
    settled: Mark | None = None
    supervisor_at: datetime | None = None

    def overdue(self, at: datetime) -> bool:
        """Whether it was still open at ``at`` and too late (derived at V, never stored)."""
        return self.settled is None and at >= self.due_at

    def is_with_supervisor(self, at: datetime) -> bool:
        """Whether it was still open at ``at`` and for a supervisor to see to as well."""
        asked = self.supervisor_at is not None and at >= self.supervisor_at
        return self.settled is None and asked

    @property
    def settled_late(self) -> bool:
        """Whether it was done, but too late."""
        return self.settled is not None and self.settled.at >= self.due_at


class Duty(msgspec.Struct, frozen=True):
    """A kind of thing to do: its Dutch name on the wire, its paragraph, and what it asks.

    ``what`` stands in the sentence "Te doen: {what}, uiterlijk …". ``owed(state, terms)`` gives
    every obligation of this kind, open and settled.
    """

    name: str
    paragraph: str
    what: str
    owed: Callable[[State, Terms], Iterable[Obligation]]


def when_opened(obligation: Obligation) -> tuple[Any, ...]:
    """The order in which obligations are told: the earliest opened first."""
    return obligation.opened.at, obligation.due_at, obligation.duty
