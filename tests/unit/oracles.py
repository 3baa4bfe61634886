"""Asks every act that a person may do about every id there is, and looks at what that tells them.

An act, or a field of one, that is added later is asked too.
"""

from __future__ import annotations

import enum
import types
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec

from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Actor, Doing
from shared.eventbase.event import Recorded
from shared.eventbase.rule import Refused
from shared.eventbase.state import State
from shared.eventbase.unknown import NotInvolved

NOBODY_S = UUID("0badc0de-0bad-4bad-8bad-0badc0de0bad")
Answer = tuple[str, ...]


@dataclass
class World:
    """What one person may ask about: ``seen`` exists for them; all else is as if it did not.

    ``hide`` gives the state in which one more thing is hidden from them; None if it cannot be.
    """

    catalogue: Catalogue
    history: list[Recorded[Any]]
    state: Callable[[], State]
    person: UUID
    now: datetime
    seen: Callable[[State, UUID], bool]
    hide: Callable[[UUID], State | None]

    @cached_property
    def ids(self) -> set[UUID]:
        """Every id in the dossier, of whatever it is."""
        found = {NOBODY_S}
        for recorded in self.history:
            found |= {recorded.stamp.event_id, *_uuids(recorded.event)}
        return found

    @cached_property
    def moments(self) -> list[datetime | None]:
        """Now, before all that happened, and when each thing did."""
        at = {r.stamp.effective_at for r in self.history}
        return [None, min(at) - timedelta(seconds=1), *sorted(at)]

    def answer(self, state: State, act: Act, asked: UUID) -> Answer:
        """What the person gets to read, without the id that they asked about."""
        doing = Doing(Actor("token", "person", self.person), self.now, lambda: NOBODY_S)
        try:
            events = self.catalogue.decide(state, act, doing)
        except NotInvolved:
            return ("is not of this dossier",)
        except Refused as refused:
            said = (f"{each.rule} {each.message}" for each in refused.broken)
            return tuple(each.replace(str(asked), "ID") for each in said)
        return ("is done", *(type(event).__name__ for event in events))


def acts_of_persons(catalogue: Catalogue) -> list[type[Act]]:
    """Every act that a person may do with their own token."""
    return [act for act in catalogue.acts if "person" in act.ROLES]


def id_fields(act: type[Act]) -> list[str]:
    """The fields of an act that name something or somebody."""
    return [name for name, hint in _hints(act).items() if _is_id(hint)]


def asking(
    world: World, state: State, act: type[Act], field: str
) -> Iterator[Callable[[UUID], Act]]:
    """Ways to ask about an id in ``field``; what else must be named is each thing that is seen."""
    others = [f for f in _required(act) if f != field and _is_id(_hints(act)[f])]
    given = {f: _sample(_hints(act)[f]) for f in _required(act) if f != field and f not in others}
    seen = [each for each in world.ids if world.seen(state, each)]
    for named in _each(others, seen):
        yield _asker(act, field, {**given, **named})


def _asker(act: type[Act], field: str, given: dict[str, Any]) -> Callable[[UUID], Act]:
    listed = get_origin(_bare(_hints(act)[field])) is tuple
    return lambda asked: act(**{**given, field: (asked,) if listed else asked})


def _each(fields: list[str], ids: Iterable[UUID]) -> Iterator[dict[str, UUID]]:
    if not fields:
        yield {}
        return
    for rest in _each(fields[1:], ids):
        yield from ({fields[0]: each, **rest} for each in ids)


def oracles(world: World, act: type[Act], field: str) -> list[Any]:
    """What tells the person something: an unseen id, or one that was hidden, with its moment."""
    state, told = world.state(), []
    unseen = [each for each in world.ids if not world.seen(state, each)]
    for ask in asking(world, state, act, field):
        for moment in world.moments:
            made = _dated(ask, moment)
            nothing = world.answer(state, made(NOBODY_S), NOBODY_S)
            told += [(x, moment) for x in unseen if world.answer(state, made(x), x) != nothing]
    seen = world.ids - {*unseen}
    return told + [each for each in seen if _still_told(world, act, field, each)]


def moments_told(world: World, act: type[Act], field: str) -> list[Any]:
    """What tells the person when something happened: another answer for another moment."""
    state, told = world.state(), []
    for ask in asking(world, state, act, field):
        for each in world.ids:
            answers = {
                world.answer(state, _dated(ask, moment)(each), each) for moment in world.moments[1:]
            }
            told += [each] if len(answers) > 1 else []
    return told


def _still_told(world: World, act: type[Act], field: str, asked: UUID) -> bool:
    hidden = world.hide(asked)
    return hidden is not None and any(
        world.answer(hidden, ask(asked), asked) != world.answer(hidden, ask(NOBODY_S), NOBODY_S)
        for ask in asking(world, hidden, act, field)
    )


def tells_apart(world: World, act: type[Act], field: str) -> bool:
    """Whether anything that is seen gets another answer than nothing: else no test could fail."""
    state = world.state()
    seen = [each for each in world.ids if world.seen(state, each)]
    return any(
        world.answer(state, ask(each), each) != world.answer(state, ask(NOBODY_S), NOBODY_S)
        for ask in asking(world, state, act, field)
        for each in seen
    )


def _dated(ask: Callable[[UUID], Act], moment: datetime | None) -> Callable[[UUID], Act]:
    return lambda asked: msgspec.structs.replace(ask(asked), effective_at=moment)


def _hints(act: type[Act]) -> dict[str, Any]:
    hints = get_type_hints(act)
    return {name: hints[name] for name in act.__struct_fields__}


def _required(act: type[Act]) -> list[str]:
    return [field.name for field in msgspec.structs.fields(act) if field.required]


def _bare(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        return next(each for each in get_args(hint) if each is not type(None))
    return hint


def _is_id(hint: Any) -> bool:
    bare = _bare(hint)
    return bare is UUID or (get_origin(bare) is tuple and get_args(bare)[0] is UUID)


def _sample(hint: Any) -> Any:
    bare = _bare(hint)
    if issubclass(bare, enum.Enum):
        return next(iter(bare))
    return {str: "x", bool: True, int: 1}[bare]


def _uuids(value: Any) -> Iterator[UUID]:
    if isinstance(value, UUID):
        yield value
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from _uuids(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _uuids(getattr(value, name))
