"""Reading JSON from a stranger: what should be there, of the kind that it should be."""

from __future__ import annotations

import json
from typing import Any, TypeVar

from vangnet_verify.rejected import Rejected

T = TypeVar("T")
# What is read takes many times as much memory, and one event with its proof is far smaller.
_MAX_BYTES = 4 * 1024 * 1024


def loads(content: bytes) -> Any:
    """The JSON value in these bytes, without names twice in one object. Raises Rejected."""
    if len(content) > _MAX_BYTES:
        raise Rejected("een bestand in het dossier is te groot")
    try:
        return json.loads(content, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise Rejected("een bestand in het dossier is geen leesbare JSON") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Rejected("in een bestand in het dossier staat een naam twee keer")
    return found


def member(value: Any, name: str, kind: type[T]) -> T:
    """What ``value`` calls ``name``. Raises Rejected when it has none, or another kind."""
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, kind) or isinstance(found, bool):
        raise Rejected(f"in het dossier ontbreekt {name!r}, of het is iets anders")
    return found
