"""From marshmallow's errors to NL ADR /core/error-handling/all-errors, under the wire's names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from marshmallow import Schema, ValidationError

from shared.web.problem import InvalidParam
from shared.web.sentences import CODES

MAX_NAME = 200


def load(schema: Schema, found: Any) -> tuple[Any, dict[str, Any], list[InvalidParam]]:
    """What ``found`` loads into, the fields that were sound, and everything that was not."""
    try:
        loaded = schema.load(found)
    except ValidationError as error:
        sound = error.valid_data if isinstance(error.valid_data, dict) else {}
        return None, sound, list(_flat(error.messages, ""))
    return loaded, {}, []


def _flat(messages: Any, path: str) -> Iterator[InvalidParam]:
    if isinstance(messages, dict):
        for key, inner in messages.items():
            yield from _flat(inner, path if key == "_schema" else _under(path, key))
        return
    for reason in messages if isinstance(messages, list) else [messages]:
        yield InvalidParam(path[:MAX_NAME], CODES.get(str(reason), "invalid"), str(reason))


def _under(path: str, key: Any) -> str:
    # A key is text from outside; a lone surrogate in it could not be encoded in the answer.
    name = str(key).encode("utf-8", "replace").decode()
    return f"{path}.{name}" if path else name
