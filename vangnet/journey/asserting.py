"""The assertion language of the data files: small enough to read without a manual.

``path`` names a value in the answer, or with ``*`` a list of values (see
:mod:`vangnet.journey.selecting`). One check per assertion: ``equals``, ``contains`` and ``lacks``
(an element of the list, or a part of the text), ``count``, ``absent``. An object that is looked
for needs only the keys that matter. ``text_absent`` and ``text_present`` look at the bytes of
the whole answer. About what is not there, only ``absent`` holds: a misspelled path proves nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from vangnet.journey.client import Answer
from vangnet.journey.selecting import select

_MISSING = object()
_LONGEST = 400


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
    value = _value(answer.body, path)
    if _CHECKS[name](value, wanted):
        return None
    return f"{path}: {_said(name, wanted)}, maar {_found(value)}"


def matches(found: Any, wanted: Any) -> bool:
    """Whether ``found`` is ``wanted``; of objects only the keys that are asked for count."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return all(key in found and matches(found[key], value) for key, value in wanted.items())
    return bool(found == wanted)


def _value(body: Any, path: str) -> Any:
    found = select(body, path)
    head, star, _ = path.rpartition("*")
    if not star:
        return found[0] if found else _MISSING
    elements = select(body, f"{head}*")
    lists = select(body, head.rstrip("."))
    return found if found or (lists and not elements) else _MISSING


def _contains(found: Any, wanted: Any) -> bool:
    each = found if isinstance(found, list) else [found]
    return any(matches(one, wanted) or _within(one, wanted) for one in each)


def _within(found: Any, wanted: Any) -> bool:
    return isinstance(found, str) and isinstance(wanted, str) and wanted in found


def _lacks(found: Any, wanted: Any) -> bool:
    return found is not _MISSING and not _contains(found, wanted)


def _absent(found: Any, wanted: Any) -> bool:
    return (found is _MISSING or found == []) is wanted


_CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "equals": lambda found, wanted: bool(found == wanted),
    "contains": _contains,
    "lacks": _lacks,
    "count": lambda found, wanted: isinstance(found, list) and len(found) == wanted,
    "absent": _absent,
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
    "absent": "dat het ontbreekt, moet {} zijn",
    "text_absent": "nergens in het antwoord mag {} staan",
    "text_present": "ergens in het antwoord moet {} staan",
}


def _text(answer: Answer) -> str:
    return answer.raw.decode("utf-8", "replace").lower()


def _said(name: str, wanted: Any) -> str:
    return _DUTCH[name].format(_short(wanted))


def _found(value: Any) -> str:
    return "het is er niet" if value is _MISSING else f"het is {_short(value)}"


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} ..."
