"""Strict JSON (RFC 8259 with the gaps closed): what two parsers could read in two ways is refused.

Flask's own loader takes NaN, duplicate keys and lone surrogates, and answers 500 to deep nesting.
"""

from __future__ import annotations

import json
import math
import re
from itertools import accumulate
from typing import Any, NoReturn

import orjson

MAX_BYTES = 256 * 1024
MAX_DEPTH = 32

# Up to the first syntax error this sees the strings that the parser sees.
_STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_STEP = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_NOT_BRACKETS = bytes(set(range(256)) - set(_STEP))


class NotStrictJson(ValueError):
    """The body is not one strict JSON object. The message is the Dutch sentence for the sender."""


class TooLarge(NotStrictJson):
    """The body is larger than MAX_BYTES."""


def loads(body: bytes) -> dict[str, Any]:
    """The object in ``body``; NotStrictJson when it is anything but one object in strict JSON."""
    check_size(body)
    # Every level opens with one of these, so counting them rules out depth without a walk.
    if body.count(b"[") + body.count(b"{") > MAX_DEPTH and _depth(body) > MAX_DEPTH:
        raise NotStrictJson(f"De inhoud is te diep genest. Gebruik hoogstens {MAX_DEPTH} lagen.")
    found = _decode(body)
    if not isinstance(found, dict):
        raise NotStrictJson("De inhoud moet een JSON-object zijn, tussen accolades.")
    return found


def check_size(body: bytes) -> None:
    """Raises TooLarge for more than MAX_BYTES."""
    if len(body) > MAX_BYTES:
        raise TooLarge("De inhoud is te groot. Stuur hoogstens 256 kB.")


def _decode(body: bytes) -> Any:
    try:
        text = body.decode("utf-8")
        if "\\u" in text:
            # Only an escape can smuggle in a lone surrogate; orjson refuses those.
            orjson.loads(body)
        return _DECODER.decode(text)
    except NotStrictJson:
        raise
    except UnicodeDecodeError:
        raise NotStrictJson("De inhoud is geen geldige UTF-8.") from None
    # ValueError covers syntax and numbers of thousands of digits.
    except (ValueError, RecursionError):
        raise NotStrictJson("De inhoud is geen geldige JSON.") from None


def _depth(body: bytes) -> int:
    """How deep brackets nest outside strings; no recursion, so it cannot overflow."""
    brackets = _STRING.sub(b"", body).translate(None, _NOT_BRACKETS)
    return max(accumulate(map(_STEP.__getitem__, brackets)), default=0)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise NotStrictJson("De inhoud noemt een veld twee keer.")
    return found


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise NotStrictJson("De inhoud bevat een getal dat te groot is.")
    return number


def _no_constant(name: str) -> NoReturn:
    raise NotStrictJson(f"De inhoud bevat {name}. Dat is geen JSON.")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite
)
