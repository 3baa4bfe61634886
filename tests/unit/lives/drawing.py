"""Random acts, of any kind that a service knows, made from what their fields may hold."""

from __future__ import annotations

import enum
import random
import types
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec

from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.together import Entry
from tests.unit.lives.ids import Ids, Place

_CLAIMS = set(Act.__struct_fields__)
_TEXTS = ("Bellen", "Drie weken rust", "Oma kwam", "x", "Twee biertjes, zegt Els.")


class Drawing:
    """Draws the acts of one service; ``examples`` show which values go together."""

    def __init__(self, catalogue: Catalogue, examples: Iterable[Act], rng: random.Random) -> None:
        self._catalogue = catalogue
        self._rng = rng
        self._examples: dict[type[Act], list[Act]] = defaultdict(list)
        for example in with_parts(examples):
            self._examples[type(example)].append(example)
        self.changes = [act for act, known in catalogue.acts.items() if known.changes_plan]

    def act(self, kind: type[Act], ids: Ids, now: datetime) -> Act:
        """An act of this kind: as an example in some of its fields, as may be in the others."""
        rng = self._rng
        known = self._examples[kind]
        example = rng.choice(known) if known else None
        likeness = rng.choice((0.0, 0.7, 1.0)) if example is not None else 0.0
        value = _Value(self, kind, ids, now, rng)
        fields = {
            name: value.like(name, getattr(example, name))
            if rng.random() < likeness
            else value.of_field(name, hint)
            for name, hint in _hints(kind).items()
        }
        fields = {name: given for name, given in fields.items() if given is not msgspec.UNSET}
        return kind(**fields | self._claims(ids, now))

    def _claims(self, ids: Ids, now: datetime) -> dict[str, Any]:
        rng = self._rng
        if rng.random() < 0.6:
            return {}
        happened = now - timedelta(hours=rng.randrange(1, 200))
        if rng.random() < 0.7:
            return {"effective_at": happened}
        by = ids.draw(("Act", "learned_by"), rng)
        return {"effective_at": happened, "learned_at": now - timedelta(hours=1), "learned_by": by}


class _Value:
    """Values for the fields of one act."""

    def __init__(
        self, drawing: Drawing, kind: type[Act], ids: Ids, now: datetime, rng: random.Random
    ) -> None:
        self._drawing, self._kind, self._ids = drawing, kind, ids
        self._now, self._rng = now, rng

    def like(self, field: str, value: Any) -> Any:
        """The value of an example, with ids of this dossier in it."""
        if isinstance(value, UUID):
            return self._ids.draw(self._place(field), self._rng)
        if isinstance(value, Act):
            return self._drawing.act(type(value), self._ids, self._now)
        if isinstance(value, tuple):
            return tuple(dict.fromkeys(self.like(field, each) for each in value))
        if isinstance(value, msgspec.Struct):
            fields = {n: self.like(field, getattr(value, n)) for n in value.__struct_fields__}
            return type(value)(**fields)
        return value

    def of_field(self, field: str, hint: Any) -> Any:
        """Anything that a field may hold; UNSET when it is left out."""
        default = next(f for f in msgspec.structs.fields(self._kind) if f.name == field)
        if not default.required and self._rng.random() < 0.4:
            return msgspec.UNSET
        return self._any(field, hint)

    def _any(self, field: str, hint: Any) -> Any:
        rng, origin = self._rng, get_origin(hint)
        if origin is Annotated:
            return self._any(field, get_args(hint)[0])
        if origin in (Union, types.UnionType):
            return self._any(field, rng.choice(get_args(hint)))
        if origin is tuple:
            return self._several(field, get_args(hint))
        if hint is UUID:
            return self._ids.draw(self._place(field), rng)
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return rng.choice(list(hint))
        if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            return self._struct(field, hint)
        return self._simple(hint)

    def _several(self, field: str, args: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(args) == 2 and args[1] is Ellipsis:
            drawn = [self._any(field, args[0]) for _ in range(self._rng.choice((0, 1, 1, 2, 3)))]
            return tuple(dict.fromkeys(drawn))
        return tuple(self._any(field, each) for each in args)

    def _struct(self, field: str, kind: type[msgspec.Struct]) -> Any:
        if kind is Act:
            return self._drawing.act(self._part(), self._ids, self._now)
        if issubclass(kind, Act):
            return self._drawing.act(kind, self._ids, self._now)
        if kind is Entry:
            return Entry(self._any(field, Act))
        hints = get_type_hints(kind)
        return kind(**{name: self._any(field, hint) for name, hint in hints.items()})

    def _part(self) -> type[Act]:
        single = [act for act in self._drawing._catalogue.acts if not _combines(act)]
        return self._rng.choice(self._drawing.changes or single)

    def _simple(self, hint: Any) -> Any:
        rng = self._rng
        day = self._now.date() + timedelta(days=rng.randrange(-60, 60))
        drawn: dict[Any, Any] = {
            str: rng.choice(_TEXTS),
            bool: rng.random() < 0.5,
            int: rng.randrange(rng.choice((4, 12))),
            date: day,
            datetime: datetime(day.year, day.month, day.day, rng.randrange(24), tzinfo=UTC),
            type(None): None,
        }
        return drawn[hint]

    def _place(self, field: str) -> Place:
        return self._kind.__name__, field


def with_parts(acts: Iterable[Act]) -> Iterator[Act]:
    """Acts, and the acts that stand in them."""
    for act in acts:
        yield act
        for name in act.__struct_fields__:
            value = getattr(act, name)
            listed = value if isinstance(value, tuple) else (value,)
            yield from with_parts(each for each in listed if isinstance(each, Act))


def _combines(act: type[Act]) -> bool:
    held = [each for hint in _hints(act).values() for each in (hint, *get_args(hint))]
    return Act in held or Entry in held


@cache
def _hints(kind: type[Act]) -> dict[str, Any]:
    """What the fields of an act hold, without what it claims about when and by whom."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: hints[name] for name in kind.__struct_fields__ if name not in _CLAIMS}
