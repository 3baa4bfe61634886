"""A sample of any event class, with every field filled: always the same one."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, get_args, get_origin, get_type_hints
from uuid import UUID

import msgspec

from shared.eventbase.event import Event, Stamp, shape
from shared.eventbase.sealed import seal

MOMENT = datetime(2025, 3, 10, 16, 30, tzinfo=UTC)
_UNIONS = (types.UnionType, typing.Union)
_SIMPLE: dict[Any, Callable[[int], Any]] = {
    UUID: lambda n: UUID(int=n, version=4),
    datetime: lambda n: MOMENT,
    date: lambda n: MOMENT.date(),
    bool: lambda n: True,
    int: lambda n: n,
    float: lambda n: n + 0.5,
    str: lambda n: f"tekst {n}",
}


def sample(event_class: type[Event]) -> Event:
    """An event of this class; its sealed fields hold content in the clear."""
    sealed = shape(event_class).sealed
    hints = get_type_hints(event_class)
    fields: dict[str, Any] = {}
    for number, name in enumerate(event_class.__struct_fields__, 1):
        held = sealed.get(name)
        fields[name] = seal(_value(held.content_type, 1)) if held else _value(hints[name], number)
    return event_class(**fields)


def stamp(event: Event) -> Stamp:
    """A stamp with every claim made."""
    ids = [UUID(int=900 + n, version=4) for n in range(5)]
    stream = event.stream_id(ids[1])
    return Stamp(
        ids[0], ids[1], stream, 1, ids[2], "fatma", "worker", MOMENT, ids[3], MOMENT, ids[4]
    )


def _value(hint: Any, number: int) -> Any:
    if hint in _SIMPLE:
        return _SIMPLE[hint](number)
    if get_origin(hint) in _UNIONS:
        return _value(next(a for a in get_args(hint) if a is not type(None)), number)
    if get_origin(hint) is tuple:
        return _several(get_args(hint), number)
    if issubclass(hint, enum.Enum):
        return next(iter(hint))
    return _struct(hint)


def _several(held: tuple[Any, ...], number: int) -> tuple[Any, ...]:
    if held[-1] is not Ellipsis:
        return tuple(_value(each, number + n) for n, each in enumerate(held))
    return _value(held[0], number), _value(held[0], number + 1)


def _struct(kind: type[msgspec.Struct]) -> Any:
    hints = get_type_hints(kind)
    names = enumerate(kind.__struct_fields__, 1)
    return kind(**{name: _value(hints[name], number) for number, name in names})


def kinds(event_class: type[Event]) -> dict[str, list[str]]:
    """Per field of the core, the values of the kinds that it can hold."""
    hints = get_type_hints(event_class)
    found: dict[str, list[str]] = {}
    for name in shape(event_class).core:
        _find_kinds(name, hints[name], found)
    return found


def _find_kinds(name: str, hint: Any, found: dict[str, list[str]]) -> None:
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        found[name] = [str(member.value) for member in hint]
    elif isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        for inner, held in get_type_hints(hint).items():
            _find_kinds(f"{name}.{inner}", held, found)
    for each in get_args(hint):
        _find_kinds(name, each, found)
