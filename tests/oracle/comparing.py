"""What two answers may differ in, by name and with the reason; all else must be the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from tests.oracle.asking import Answer, Asked

# How far followers had come when it was asked; and K as far as anything was known, of a K that is
# later than that. Asked again, there may be more of both: only the K that was stated is an address.
_MAY_SAY_MORE = {"gevolgd", "beschikbaarOp"}
# Where an answer states its moments: those asked for, and those that were compared with.
_STATED = ("tijdreis", "vergelekenMet")
# Lists of all dossiers: each is cut at moments of its own in a second world.
_OF_ALL = {"dossiers": "dossiers", "lopende-plannen": "plannen"}
_DRAWN = re.compile(r"\b[A-Za-z]+ \d+ [0-9a-f]{5}\b")


def plain(asked: Asked, answer: Answer) -> Any:
    """An answer as data, without what may differ."""
    body = answer.body
    if not isinstance(body, dict) or answer.status != 200:
        return body
    listed = _OF_ALL.get(asked.question.name)
    if listed is not None:
        return [each for each in body[listed] if each["planId"] == asked.plan]
    stated = {key: body[key] for key in _STATED if isinstance(body.get(key), dict)}
    kept = {key: _without_more(moments) for key, moments in stated.items()}
    return {**body, "tijdreis": {}, **kept}


def _without_more(moments: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in moments.items() if key not in _MAY_SAY_MORE}


def same(asked: Asked, one: Answer, other: Answer) -> bool:
    """Whether two answers say the same."""
    if one.raw == other.raw and one.status == other.status:
        return True
    return one.status == other.status and plain(asked, one) == plain(asked, other)


def only_less(asked: Asked, less: Answer, more: Answer, own_name: str) -> bool:
    """Whether the first says nothing that the second does not: the gate is judged now.

    Whoever had nothing to do with the dossier then got 404, and now reads their name in it: the
    first moment with an answer would tell them when they were added (design 6).
    """
    if less.status != 200:
        return True
    if more.status != 200 or not isinstance(less.body, dict):
        return words(less) <= {own_name} | (words(more) if more.status == 200 else set())
    said = Counter(leaves(plain(asked, less)))
    return said <= Counter(leaves(plain(asked, more)))


def words(answer: Answer) -> set[str]:
    """Every text in an answer that somebody typed in."""
    return set(_DRAWN.findall(answer.raw.decode()))


def leaves(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with the name that it has."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from leaves(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each, key)
    elif value is not None:
        yield key, value


def differences(one: Any, other: Any, at: str = "") -> Iterator[str]:
    """Where two answers differ, to be read by whoever looks for the cause."""
    if isinstance(one, dict) and isinstance(other, dict):
        for key in sorted(one.keys() | other.keys()):
            yield from differences(one.get(key), other.get(key), f"{at}/{key}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for n, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from differences(left, right, f"{at}/{n}")
    elif one != other:
        yield f"{at}: {str(one)[:300]} / {str(other)[:300]}"
