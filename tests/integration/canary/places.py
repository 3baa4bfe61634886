"""Where a schema takes text: every place, however deep, found by walking its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marshmallow import Schema, fields

from shared.web.fields import Day, Flag, Id, Instant, Listed, Text, Whole, WireEnum
from shared.web.together import Entries

# What cannot hold a text of somebody's own.
PLAIN = (Id, Day, Instant, Whole, Flag, WireEnum)


class Unfillable(AssertionError):
    """A field of a kind that this test does not know: say here how it is filled."""


def text_places(schema: Schema, before: str = "") -> Iterator[str]:
    """Every text in a schema, as ``wijzigingen[afspraak-maken].wat``."""
    for field in schema.load_fields.values():
        yield from texts_in(field, f"{before}{field.data_key}")


def texts_in(field: fields.Field[Any], place: str) -> Iterator[str]:
    """Every text in one field. The entries of a meeting are acts, whose own texts are walked."""
    if isinstance(field, Text):
        yield place
    elif isinstance(field, Listed):
        yield from texts_in(field.inner, place)
    elif isinstance(field, fields.Nested):
        yield from text_places(field.schema, f"{place}.")
    elif (kinds := kinds_of(field)) is not None:
        for kind, schema in kinds.items():
            yield from text_places(schema, f"{place}[{kind}].")
    elif not isinstance(field, (*PLAIN, Entries)):
        raise Unfillable(f"{place} is a {type(field).__name__}")


def kinds_of(field: fields.Field[Any]) -> dict[str, Schema] | None:
    """The schemas that a field chooses from by ``soort``; None for a field that does not."""
    return getattr(field, "schemas", None)


def has_text(field: fields.Field[Any]) -> bool:
    """Whether there is a text anywhere in a field."""
    return next(texts_in(field, ""), None) is not None
