"""The assertion language of the data files: small enough to read without a manual.

``path`` selects values in the answer (see :mod:`vangnet.journey.selecting`). One check per
assertion: ``equals`` (the value; with ``*`` in the path, all values in order), ``contains`` and
``lacks`` (an element of the list, or a part of the text), ``count``, ``absent``. An object that
is looked for needs only the keys that matter. ``text_absent`` and ``text_present`` look at the
bytes of the whole answer.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from vangnet.journey.client import Answer
from vangnet.journey.selecting import select

_Check = Callable[[list[Any], Any], bool]


def broken(assertion: dict[str, Any], answer: Answer) -> str | None:
    """What is wrong, as a Dutch sentence; None when it is as it should be.

    Raises ValueError for an assertion that is not in the language.
    """
    path = assertion.get("path", "")
    checks = [(name, wanted) for name, wanted in assertion.items() if name != "path"]
    if len(checks) != 1 or checks[0][0] not in _DUTCH:
        raise ValueError(f"geen bewering: {assertion}")
    name, wanted = checks[0]
    if name in _IN_BYTES:
        return None if _IN_BYTES[name](_text(answer), wanted) else _said(name, wanted)
    found = select(answer.body, path)
    values = found if "*" in path.split(".") or name == "absent" else found[:1]
    if _CHECKS[name](_whole(values, path), wanted):
        return None
    return f"{path}: {_said(name, wanted)}, maar het is {_short(values)}"


def matches(found: Any, wanted: Any) -> bool:
    """Whether ``found`` is ``wanted``; of objects only the keys that are asked for count."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(key in found and matches(found[key], value) for key, value in wanted.items())
    return bool(found == wanted)


def _whole(values: list[Any], path: str) -> list[Any]:
    """Several values are one list; a single value that is a list stands for itself."""
    starred = "*" in path.split(".")
    return values if starred or not values or not isinstance(values[0], list) else values[0]


def _contains(found: list[Any], wanted: Any) -> bool:
    return any(matches(each, wanted) or _within(each, wanted) for each in found)


def _within(found: Any, wanted: Any) -> bool:
    return isinstance(found, str) and isinstance(wanted, str) and wanted in found


def _equals(found: list[Any], wanted: Any) -> bool:
    return found == wanted if isinstance(wanted, list) else found == [wanted]


_CHECKS: dict[str, _Check] = {
    "equals": _equals,
    "contains": _contains,
    "lacks": lambda found, wanted: not _contains(found, wanted),
    "count": lambda found, wanted: len(found) == wanted,
    "absent": lambda found, wanted: (not found) is wanted,
}
_IN_BYTES: dict[str, Callable[[str, str], bool]] = {
    "text_absent": lambda text, word: word.lower() not in text,
    "text_present": lambda text, word: word.lower() in text,
}
_DUTCH = {
    "equals": "moet {} zijn",
    "contains": "moet {} bevatten",
    "lacks": "mag {} niet bevatten",
    "count": "moet {} keer voorkomen",
    "absent": "ontbreekt moet {} zijn",
    "text_absent": "het antwoord mag {} nergens bevatten",
    "text_present": "het antwoord moet ergens {} bevatten",
}


def _text(answer: Answer) -> str:
    return answer.raw.decode("utf-8", "replace").lower()


def _said(name: str, wanted: Any) -> str:
    return _DUTCH[name].format(_short(wanted))


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 400 else f"{text[:400]} ..."
