"""What the sender reads of a plan and records about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

from shared.access.role import Role
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Event
from shared.eventbase.state import State
from shared.record.acting import Acting, Deed

Decide = Callable[[State, Doing], Sequence[Event]]

VANGNET = Actor("vangnet", Role.SERVICE.value)


class Ledger(Protocol):
    """A plan's informing ledger."""

    def state(self, plan_id: UUID) -> State:
        """All that is known of a plan now, for reading only."""

    def append(self, plan_id: UUID, decide: Decide) -> Sequence[Event]:
        """Records what ``decide`` makes of the present state, durably; maybe nothing."""


class _Nothing(Exception):
    pass


class ActingLedger:
    """The ledger in the service's own record; the service itself is the actor."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    def state(self, plan_id: UUID) -> State:
        """All that is known of a plan now, for reading only."""
        return self._acting.now(plan_id)[1]

    def append(self, plan_id: UUID, decide: Decide) -> Sequence[Event]:
        """Records what ``decide`` makes of the present state, again when another was first."""

        def something(state: State, doing: Doing) -> Sequence[Event]:
            events = decide(state, doing)
            if not events:
                raise _Nothing
            return events

        try:
            done = self._acting.perform(Deed(plan_id, VANGNET, something))
        except _Nothing:
            return []
        return [recorded.event for recorded in done.events]
