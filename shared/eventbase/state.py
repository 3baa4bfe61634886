"""What is known of one plan: one part per topic, filled by the fold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from shared.eventbase.event import Event, Recorded, Stamp

P = TypeVar("P")
Evolve = Callable[["State", Any, Stamp], None]


class State:
    """The state of one plan at one moment. ``state[Agreements]`` is that topic's part of it.

    A part is a class without required arguments, so that a topic module can add one without
    touching any other module. ``known``: anything was ever recorded or followed of this plan.
    ``begun``: that its dossier was opened is among that.
    ``versions``: the last version folded in of each stream of our own. ``folded``: all that was
    folded in, in that order.
    """

    def __init__(self, plan_id: UUID) -> None:
        self.plan_id = plan_id
        self.known = False
        self.begun = False
        self.versions: dict[UUID, int] = {}
        self.folded: list[Recorded[Any]] = []
        self._parts: dict[type, Any] = {}

    def __getitem__(self, part: type[P]) -> P:
        found = self._parts.get(part)
        if found is None:
            found = self._parts[part] = part()
        return found

    def happened(self, event_id: UUID) -> datetime | None:
        """When an event happened that was folded in; None when it was not."""
        stamps = (recorded.stamp for recorded in self.folded)
        return next((s.effective_at for s in stamps if s.event_id == event_id), None)


class Fold:
    """The one pure function from events to state, put together from the topics' own parts.

    It is total: an event that nobody evolves on, or that points at something unknown, leaves
    the state as it was; whatever subset or order it gets, it never raises.
    """

    def __init__(self) -> None:
        self._evolvers: dict[type[Event], list[Evolve]] = {}
        self._on_every: list[Evolve] = []
        # Put together at the first event of a class, for it is asked for every one.
        self._of: dict[type[Event], tuple[Evolve, ...]] = {}

    def on(self, *event_classes: type[Event]) -> Callable[[Evolve], Evolve]:
        """Registers a topic's part of the fold for these events."""

        def register(evolve: Evolve) -> Evolve:
            for event_class in event_classes:
                self._evolvers.setdefault(event_class, []).append(evolve)
            self._of.clear()
            return evolve

        return register

    def on_every(self, evolve: Evolve) -> Evolve:
        """Registers a part of the fold that looks at every event."""
        self._on_every.append(evolve)
        self._of.clear()
        return evolve

    def __call__(self, plan_id: UUID, history: Iterable[Recorded[Any]]) -> State:
        """A fresh state of ``plan_id`` with ``history`` folded in, in the order given."""
        state = State(plan_id)
        for recorded in history:
            self.evolve(state, recorded)
        return state

    def without(self, state: State, event_id: UUID) -> State:
        """A state of its own, as it is when one event is voided."""
        counted = (r for r in state.folded if r.stamp.event_id != event_id)
        return self(state.plan_id, counted)

    def evolve(self, state: State, recorded: Recorded[Any]) -> None:
        """Folds one event into ``state``, in place."""
        event, stamp = recorded.event, recorded.stamp
        state.known = True
        state.begun |= recorded.event.BEGINS
        state.folded.append(recorded)
        if stamp.source is None and stamp.version > state.versions.get(stamp.stream_id, -1):
            state.versions[stamp.stream_id] = stamp.version
        for evolve in self._of.get(type(event)) or self._all_of(type(event)):
            evolve(state, event, stamp)

    def _all_of(self, event_class: type[Event]) -> tuple[Evolve, ...]:
        found = (*self._evolvers.get(event_class, ()), *self._on_every)
        self._of[event_class] = found
        return found
