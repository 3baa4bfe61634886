"""A schema's dump, worked out once: marshmallow asks every field the same questions per value.

The schema stays the only source of truth; what this does not know it leaves to the schema.
Results are equal as JSON: UUIDs and dates are left to orjson.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

import msgspec
from marshmallow import Schema, fields, missing

from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum, in_zulu

Dump = Callable[[Any], Any]

_AS_IS: dict[type, type] = {
    fields.String: str, Text: str, Id: UUID, Day: date, Whole: int, Flag: bool,
}  # fmt: skip


class Step(msgspec.Struct, frozen=True):
    """One field: its key on the wire, its name in code, how a value is written, its default."""

    key: str
    name: str
    write: Dump
    default: Any


def compiled(schema: Schema) -> Dump:
    """A function that gives what ``schema.dump`` gives, as JSON."""
    if not _is_plain(schema):
        return schema.dump
    steps = [_step(name, field) for name, field in schema.dump_fields.items()]
    one = partial(_dump_one, [(s.key, s.name, s.write, s.default) for s in steps])
    return partial(_dump_many, one) if schema.many else one


def _is_plain(schema: Schema) -> bool:
    hooks = schema._hooks["pre_dump"] or schema._hooks["post_dump"]
    own_access = type(schema).get_attribute is not Schema.get_attribute
    odd = any(_is_odd(field) for field in schema.dump_fields.values())
    return not (hooks or own_access or odd)


def _is_odd(field: fields.Field[Any]) -> bool:
    return not field._CHECK_ATTRIBUTE or "." in (field.attribute or "")


def _step(name: str, field: fields.Field[Any]) -> Step:
    key = name if field.data_key is None else field.data_key
    return Step(key, field.attribute or name, _writer(field), field.dump_default)


def _dump_one(steps: list[tuple[str, str, Dump, Any]], obj: Any) -> dict[str, Any] | None:
    if obj is None:
        return None
    get = obj.get if isinstance(obj, Mapping) else partial(getattr, obj)
    out = {}
    for key, name, write, default in steps:
        value = get(name, missing)
        if value is missing:
            if default is missing:
                continue
            value = default() if callable(default) else default
        out[key] = write(value)
    return out


def _dump_many(one: Dump, objects: Any) -> list[Any] | None:
    return None if objects is None else [one(obj) for obj in objects]


def _writer(field: fields.Field[Any]) -> Dump:
    kind = type(field)
    if kind in _AS_IS:
        return _as_is(_AS_IS[kind], field)
    if kind is Instant:
        return lambda value: None if value is None else in_zulu(value)
    if isinstance(field, WireEnum):
        names = {None: None, **field.names}
        return names.__getitem__
    if kind in (fields.List, Listed):
        return partial(_dump_many, _writer(field.inner))  # type: ignore[attr-defined]
    if kind is fields.Nested:
        return _Nested(field)
    return lambda value: field._serialize(value, None, None)


def _as_is(plain: type, field: fields.Field[Any]) -> Dump:
    def write(value: Any) -> Any:
        # A subclass may print differently, so only the very type is left to orjson.
        if value is None or type(value) is plain:
            return value
        return field._serialize(value, None, None)

    return write


class _Nested:
    """A nested schema, compiled when first met: a schema may nest itself."""

    def __init__(self, field: Any) -> None:
        self._field = field
        self._dump: Dump | None = None

    def __call__(self, value: Any) -> Any:
        if value is None:
            return None
        if self._dump is None:
            self._dump = self._compiled()
        return self._dump(value)

    def _compiled(self) -> Dump:
        schema = self._field.schema
        dump = compiled(schema)
        return partial(_dump_many, dump) if self._field.many and not schema.many else dump
