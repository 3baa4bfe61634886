"""What is known of one plan: one part per topic, filled by the fold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from shared.eventbase.event import Event, Recorded, Stamp

P = TypeVar("P")
Evolve = Callable[["State", Any, Stamp], None]


class State:
    """The state of one plan at one moment. ``state[Agreements]`` is that topic's part of it.

    A part is a class without required arguments, so that a topic module can add one without
    touching any other module. ``folded``: all that was folded in, in that order. ``derived``:
    what was worked out from it and may be asked again, by what it is. It holds no content.
    """

    def __init__(self, plan_id: UUID) -> None:
        self.plan_id = plan_id
        self.folded: list[Recorded[Any]] = []
        self.derived: dict[Any, Any] = {}
        self._parts: dict[type, Any] = {}

    def __getitem__(self, part: type[P]) -> P:
        found = self._parts.get(part)
        if found is None:
            found = self._parts[part] = part()
        return found

    @property
    def known(self) -> bool:
        """Whether anything was ever recorded or followed of this plan."""
        return bool(self.folded)

    @property
    def begun(self) -> bool:
        """Whether it is among that, that its dossier was opened."""
        return any(recorded.event.BEGINS for recorded in self.folded)

    @cached_property
    def versions(self) -> dict[UUID, int]:
        """The last version folded in of each stream of our own."""
        return heads_of(self.folded)

    def recorded(self, event_id: UUID) -> Recorded[Any] | None:
        """An event that was folded in, by its id."""
        return next((each for each in self.folded if each.stamp.event_id == event_id), None)


def heads_of(history: Iterable[Recorded[Any]]) -> dict[UUID, int]:
    """How far each stream of this service's own stands in a history."""
    found: dict[UUID, int] = {}
    for recorded in history:
        stamp = recorded.stamp
        if stamp.source is None and stamp.version > found.get(stamp.stream_id, -1):
            found[stamp.stream_id] = stamp.version
    return found


class Fold:
    """The one pure function from events to state, put together from the topics' own parts.

    It is total: an event that nobody evolves on, or that points at something unknown, leaves
    the state as it was; whatever subset or order it gets, it never raises.
    """

    def __init__(self) -> None:
        self._evolvers: dict[type[Event], list[Evolve]] = {}

    def on(self, *event_classes: type[Event]) -> Callable[[Evolve], Evolve]:
        """Registers a topic's part of the fold for these events."""

        def register(evolve: Evolve) -> Evolve:
            for event_class in event_classes:
                self._evolvers.setdefault(event_class, []).append(evolve)
            return evolve

        return register

    def __call__(self, plan_id: UUID, history: Iterable[Recorded[Any]]) -> State:
        """A fresh state of ``plan_id`` with ``history`` folded in, in the order given."""
        state = State(plan_id)
        for recorded in history:
            self._fold_in(state, recorded)
        return state

    def without(self, state: State, event_id: UUID) -> State:
        """A state of its own, as it is when one event is voided."""
        counted = (r for r in state.folded if r.stamp.event_id != event_id)
        return self(state.plan_id, counted)

    def evolve(self, state: State, recorded: Recorded[Any]) -> None:
        """Folds one event into ``state``, in place."""
        # Counted before, so that this one is not counted twice.
        heads, stamp = state.versions, recorded.stamp
        state.derived.clear()
        self._fold_in(state, recorded)
        if stamp.source is None:
            heads[stamp.stream_id] = max(heads.get(stamp.stream_id, 0), stamp.version)

    def _fold_in(self, state: State, recorded: Recorded[Any]) -> None:
        event, stamp = recorded.event, recorded.stamp
        state.folded.append(recorded)
        for evolve in self._evolvers.get(type(event), ()):
            evolve(state, event, stamp)
