"""Makes marshmallow's fields and validators speak Dutch, whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from marshmallow import validate
from marshmallow.fields import Field

from shared.web.sentences import SENTENCES


def translate(field: Field[Any]) -> None:
    """Gives a field, what is inside it, and its validators Dutch sentences."""
    field.error_messages = {
        key: SENTENCES.get(text, text) if isinstance(text, str) else text
        for key, text in field.error_messages.items()
    }
    for validator in field.validators:
        _translate_validator(validator)
    for inner in _inside(field):
        translate(inner)


def _inside(field: Field[Any]) -> Iterable[Field[Any]]:
    found = [getattr(field, name, None) for name in ("inner", "key_field", "value_field")]
    return [f for f in [*found, *getattr(field, "tuple_fields", ())] if isinstance(f, Field)]


def _translate_validator(validator: object) -> None:
    error = getattr(validator, "error", None)
    if isinstance(error, str):
        validator.error = SENTENCES.get(error, error)  # type: ignore[attr-defined]
    elif isinstance(validator, validate.Range | validate.Length):
        validator.error = _bounds(validator)


def _bounds(validator: validate.Range | validate.Length) -> str:
    unit = "" if isinstance(validator, validate.Range) else " onderdelen of tekens"
    if getattr(validator, "equal", None) is not None:
        return f"Kies precies {{equal}}{unit}."
    if validator.min is None:
        return f"Kies hoogstens {{max}}{unit}."
    if validator.max is None:
        return f"Kies minstens {{min}}{unit}."
    return f"Kies {{min}} tot en met {{max}}{unit}."
