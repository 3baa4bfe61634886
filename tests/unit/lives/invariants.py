"""What holds in every state that acts can lead to, now: a name, the paragraph that asks for it,
and what breaks it. Here: what holds in every service."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from shared.eventbase.catalogue import Catalogue
from shared.eventbase.event import Recorded
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.obligation import Mark, Obligation
from shared.eventbase.rule import Broken
from shared.eventbase.state import State
from tests.unit.lives.life import people


class World(NamedTuple):
    """A present state (V = K = now): what counts, in its order, and what that makes."""

    catalogue: Catalogue
    counted: list[Recorded[Any]]
    state: State
    now: datetime
    ever_added: frozenset[UUID]

    @property
    def open_points(self) -> list[Broken]:
        """What is incomplete and in sight."""
        return self.catalogue.open_points(self.state, self.now)

    @property
    def flags(self) -> set[str]:
        """The names of the open points."""
        return {point.rule for point in self.open_points}

    @property
    def obligations(self) -> list[Obligation]:
        """What is or was owed."""
        return self.catalogue.obligations(self.state, self.catalogue.terms())

    def events(self, *kinds: type) -> list[Any]:
        """The events of some kinds that count."""
        return [each.event for each in self.counted if isinstance(each.event, kinds)]


class Invariant(NamedTuple):
    """Something that always holds."""

    name: str
    paragraph: str
    broken: Callable[[World], Iterable[Any]]


def world(
    catalogue: Catalogue, plan_id: UUID, history: list[Recorded[Any]], now: datetime
) -> World:
    """The world as it is now."""
    counted = known_and_effective(history, Moment(now, datetime.max.replace(tzinfo=now.tzinfo)))
    state = catalogue.fold(plan_id, counted)
    return World(catalogue, counted, state, now, frozenset(people(history)))


def broken(invariants: Iterable[Invariant], world: World) -> list[str]:
    """Every invariant that does not hold, with what breaks it."""
    found = [(each, list(each.broken(world))) for each in invariants]
    return [f"{each.paragraph} {each.name}: {what}" for each, what in found if what]


def marks(value: Any) -> Iterator[Mark]:
    """Every event that something in a value hangs on."""
    if isinstance(value, Mark):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from marks(key)
            yield from marks(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from marks(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from marks(getattr(value, name))


def _hanging_on_nothing(world: World) -> Iterator[Mark]:
    happened = {each.stamp.event_id: each.stamp.effective_at for each in world.counted}
    for part in world.state._parts.values():
        for mark in marks(vars(part)):
            if happened.get(mark.event_id) != mark.at:
                yield mark


def _owed_for_nothing(world: World) -> Iterator[Obligation]:
    counted = {each.stamp.event_id for each in world.counted}
    for due in world.obligations:
        if due.opened.event_id not in counted or (
            due.settled and due.settled.event_id not in counted
        ):
            yield due


EVERYWHERE = (
    Invariant("what hangs on an event hangs on one that counts", "W8.1", _hanging_on_nothing),
    Invariant("what is owed or settled was so by an event that counts", "W8.1", _owed_for_nothing),
)
