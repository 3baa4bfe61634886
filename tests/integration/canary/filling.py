"""A body for any act, from its schema alone: a word in every text, something valid elsewhere."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields

from shared.web.fields import Day, Flag, Id, Listed, Text, Whole, WireEnum
from tests.integration.canary.places import Unfillable, has_text, kinds_of
from tests.integration.canary.words import Words

Values = dict[str, Any]


class Filler:
    """Fills schemas of one service. ``person`` is somebody who can be named anywhere."""

    def __init__(self, words: Words, service: str, person: str = "") -> None:
        self._words = words
        self._service = service
        self.person = person

    def body(self, schema: Schema, values: Values) -> Values:
        """All texts filled and all that is required; ``values`` decides where there is no text."""
        return self._schema(schema, values, f"{self._service}.{type(schema).__name__}.")

    def _schema(self, schema: Schema, values: Values, before: str) -> Values:
        said = {}
        for field in schema.load_fields.values():
            key = str(field.data_key)
            if has_text(field):
                said[key] = self._with_text(field, values.get(key, {}), before + key)
            elif key in values:
                said[key] = values[key]
            elif field.required:
                said[key] = self._plain(field, before + key)
        return said

    def _with_text(self, field: fields.Field[Any], values: Values, place: str) -> Any:
        if isinstance(field, Text):
            return self._words.new(place)
        if isinstance(field, Listed) and kinds_of(field.inner) is not None:
            return [self._kind(field.inner, kind, values, place) for kind in values]
        if isinstance(field, Listed):
            return [self._with_text(field.inner, values, place)]
        if isinstance(field, fields.Nested):
            return self._schema(field.schema, values, f"{place}.")
        return self._kind(field, next(iter(values)), values, place)

    def _kind(self, field: fields.Field[Any], kind: str, values: Values, place: str) -> Values:
        schema = (kinds_of(field) or {})[kind]
        return {"soort": kind, **self._schema(schema, values[kind], f"{place}[{kind}].")}

    def _plain(self, field: fields.Field[Any], place: str) -> Any:
        if isinstance(field, WireEnum):
            return next(iter(field.names.values()))
        if isinstance(field, fields.Nested):
            return self._schema(field.schema, {}, f"{place}.")
        if isinstance(field, Listed):
            return [self._plain(field.inner, place)]
        for kind, value in ((Id, self.person), (Day, "2025-03-10"), (Whole, 1), (Flag, False)):
            if isinstance(field, kind):
                return value
        raise Unfillable(f"{place} is a {type(field).__name__}")
