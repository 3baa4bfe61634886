"""Every act of a whole history once more, said in full: all that may be said with it, is said."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec

from shared.eventbase.act import Act
from shared.eventbase.doing import Actor
from shared.eventbase.event import Recorded, Stamp
from shared.eventbase.rule import Refused
from shared.eventbase.state import State
from shared.eventbase.unknown import NotYetKnown
from tests.unit.lives.ids import PEOPLE, Place, asked, kinds

_CLAIMS = set(Act.__struct_fields__)


class Said(NamedTuple):
    """An act in full, the events that it led to, and the states before and after it."""

    act: Act
    recorded: list[Recorded[Any]]
    before: State
    after: State


class Whole:
    """A whole history, from which each act can be said once more, in full."""

    def __init__(self, case: Any, fresh: Callable[[], Any]) -> None:
        self._history, self._fresh = case.history, fresh
        self._asked = asked(case.done, kinds(case.history))
        place = {id(each.event): n for n, each in enumerate(case.history)}
        self.acts = [
            (act, place[id(events[0])])
            for act, events in case.deeds
            if events and id(events[0]) in place and not type(act).COMBINES
        ]

    def until(self, n: int) -> list[Recorded[Any]]:
        """What had happened before the ``n``th act."""
        return list(self._history[: self.acts[n][1]])

    def say(self, n: int) -> Said:
        """The ``n``th act at its place in that history, with as much in it as is accepted."""
        return self._at(n).fill(self.acts[n][0])

    def refuses(self, n: int, act: Act) -> bool:
        """Whether another act is refused in the place of the ``n``th."""
        return self._at(n).do(act) is None

    def _at(self, n: int) -> _Filling:
        place = self.acts[n][1]
        stamp = self._history[place].stamp
        return _Filling(self._history[:place], stamp, self._fresh, self._asked)


class _Filling:
    def __init__(
        self,
        history: list[Recorded[Any]],
        stamp: Stamp,
        fresh: Callable[[], Any],
        asked: dict[Place, set[str]],
    ) -> None:
        self._history, self._fresh, self._asked = history, fresh, asked
        self._now = stamp.recorded_at or stamp.effective_at
        self._actor = Actor(stamp.actor, stamp.role, stamp.person)
        self._numbers = count(1)
        self._kinds = kinds(history)

    def fill(self, act: Act) -> Said:
        """The act with every field filled that can be, and what came of it."""
        for name, hint in get_type_hints(type(act)).items():
            if name in type(act).__struct_fields__ and name not in _CLAIMS:
                fuller = self._fuller(act, name, hint)
                if fuller is not None and self.do(fuller) is not None:
                    act = fuller
        case = self.do(act)
        assert case is not None, act
        return Said(act, case.history[len(self._history) :], self._case().state(), case.state())

    def _case(self) -> Any:
        case = self._fresh()
        case.history, case.now = list(self._history), self._now
        return case

    def do(self, act: Act) -> Any:
        """The case after an act; None when it was refused."""
        case = self._case()
        try:
            case.do(act, actor=self._actor)
        except (Refused, NotYetKnown):
            return None
        return case

    def _fuller(self, act: Act, name: str, hint: Any) -> Act | None:
        kind, value = type(act).__name__, getattr(act, name)
        filled = self._value((kind, name), hint, value, set(leaves(act)))
        if filled is None or filled == value:
            return None
        return msgspec.structs.replace(act, **{name: filled})

    def _value(self, place: Place, hint: Any, value: Any, used: set[Any]) -> Any:
        options = get_args(hint) if get_origin(hint) is not tuple and get_args(hint) else (hint,)
        for option in options:
            if get_origin(option) is tuple:
                return value or self._several(place, option, used)
            if option is UUID:
                return value or self._id(place, used)
            if option in (str, bool, date, datetime) or _is_enum(option):
                return self._plain(option, value)
        return None

    def _several(self, place: Place, hint: Any, used: set[Any]) -> Any:
        (inner, *_) = get_args(hint)
        if inner is str:
            return (self._plain(str, None), self._plain(str, None))
        found = self._id(place, used) if inner is UUID else None
        return (found,) if found is not None else None

    def _id(self, place: Place, used: set[Any]) -> UUID | None:
        asked = self._asked.get(place) or PEOPLE
        found = [each for each, kind in self._kinds.items() if kind in asked and each not in used]
        return found[-1] if found else None

    def _plain(self, kind: Any, value: Any) -> Any:
        n = next(self._numbers)
        if _is_enum(kind):
            return value or list(kind)[-1]
        day = (self._now + timedelta(days=n)).date()
        return {str: f"Tekst nummer {n}.", bool: True, date: value or day, datetime: value}[kind]


def _is_enum(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, enum.Enum)


def leaves(value: Any) -> Counter[Any]:
    """Everything in a value that says something, and how often it stands there."""
    found: Counter[Any] = Counter()
    stack = [value]
    while stack:
        each = stack.pop()
        if isinstance(each, dict):
            stack.extend((*each.keys(), *each.values()))
        elif isinstance(each, list | tuple | set | frozenset):
            stack.extend(each)
        elif isinstance(each, msgspec.Struct):
            stack.extend(getattr(each, name) for name in each.__struct_fields__)
        elif each is not None and each is not False:
            found[("yes",) if each is True else each] += 1
    return found


def holes(value: Any) -> Iterator[str]:
    """Where nothing stands though something must, by what the types of a value say."""
    if isinstance(value, dict):
        for each in (*value.keys(), *value.values()):
            yield from holes(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from holes(each)
    elif isinstance(value, msgspec.Struct):
        for name, hint in get_type_hints(type(value)).items():
            held = getattr(value, name, None)
            asked = hint is not Any and type(None) not in get_args(hint)
            if name in value.__struct_fields__ and held is None and asked:
                yield f"{type(value).__name__}.{name}"
            yield from holes(held)
