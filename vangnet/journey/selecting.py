"""Finding values in a JSON answer by a path such as ``afspraken.*.wat``."""

from __future__ import annotations

from typing import Any


def select(body: Any, path: str) -> list[Any]:
    """Every value at ``path``: keys, indexes and ``*`` for each element, joined by dots."""
    found = [body]
    for part in path.split(".") if path else []:
        found = [inner for value in found for inner in _inside(value, part)]
    return found


def _inside(value: Any, part: str) -> list[Any]:
    if isinstance(value, list):
        return _of_list(value, part)
    return [value[part]] if isinstance(value, dict) and part in value else []


def _of_list(value: list[Any], part: str) -> list[Any]:
    if part == "*":
        return value
    return value[int(part) :][:1] if part.isdigit() else []
