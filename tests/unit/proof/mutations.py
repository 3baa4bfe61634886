"""Changes that a stranger may make to something valid: in its bytes, or in the JSON that it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

Draw = Callable[[st.SearchStrategy[Any]], Any]

# Stand for what Python's own writer of JSON would not write, until the bytes are there.
_DEEP, _HUGE = "@deep@", "@huge@"
_ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53, 2**63 - 1, 2**63, 2**64, -(2**70), 10**40, 1.5,
    1e300, float("inf"), float("nan"), "", " ", "\0", "\n", "\ud800", "é", "🕯", "+", "/", "AA==",
    "a" * 5000, [], {}, [[]], {"": None}, _DEEP, _HUGE,
)  # fmt: skip
odd_values = st.sampled_from(_ODD).map(deepcopy)
bytes_of_any_kind = st.binary(max_size=300) | st.text(max_size=200).map(
    lambda text: text.encode("utf-8", "surrogatepass")
)


@st.composite
def mutated(draw: Draw, content: bytes) -> bytes:
    """The bytes with one to four changes, that mostly leave the rest what it was."""
    for _ in range(draw(st.integers(1, 4))):
        content = draw(st.sampled_from(_CHANGES))(draw, content)
    return content


def _flipped(draw: Draw, content: bytes) -> bytes:
    at = _place(draw, content)
    bit = 1 << draw(st.integers(0, 7))
    return content[:at] + bytes([each ^ bit for each in content[at : at + 1]]) + content[at + 1 :]


def _inserted(draw: Draw, content: bytes) -> bytes:
    at = _place(draw, content)
    return content[:at] + draw(st.binary(min_size=1, max_size=20)) + content[at:]


def _removed(draw: Draw, content: bytes) -> bytes:
    at = _place(draw, content)
    return content[:at] + content[at + draw(st.integers(1, 40)) :]


def _repeated(draw: Draw, content: bytes) -> bytes:
    at = _place(draw, content)
    piece = content[at : at + draw(st.integers(1, 200))]
    return content[:at] + piece * draw(st.integers(2, 40)) + content[at:]


def _moved(draw: Draw, content: bytes) -> bytes:
    at, to = _place(draw, content), _place(draw, content)
    return content[:to] + content[at : at + 60] + content[to + 60 :]


def _cut(draw: Draw, content: bytes) -> bytes:
    return content[: _place(draw, content)]


def _extreme(draw: Draw, content: bytes) -> bytes:
    # Where a number of bytes or of things stands, a reader that trusts it asks for memory.
    at, width = _place(draw, content), draw(st.sampled_from((1, 2, 4, 8)))
    return (
        content[:at]
        + draw(st.sampled_from((b"\0", b"\x7f", b"\xff"))) * width
        + content[at + width :]
    )


_CHANGES = (_flipped, _inserted, _removed, _repeated, _moved, _cut, _extreme)


def _place(draw: Draw, content: bytes) -> int:
    return int(draw(st.integers(0, max(0, len(content) - 1))))


@st.composite
def altered(draw: Draw, value: Any) -> Any:
    """The JSON value with one to three of its values replaced, left out, added or moved."""
    holder = [deepcopy(value)]
    for _ in range(draw(st.integers(1, 3))):
        _alter(draw, holder)
    return holder[0] if holder else None


def written(value: Any, draw: Draw) -> bytes:
    """The bytes of an altered JSON value."""
    content = json.dumps(value, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    depth, digits = draw(st.integers(1, 3000)), draw(st.integers(1, 6000))
    content = content.replace(f'"{_DEEP}"'.encode(), b"[" * depth + b"]" * depth)
    return content.replace(f'"{_HUGE}"'.encode(), b"9" * digits)


def _alter(draw: Draw, holder: Any) -> None:
    """Changes something in a list or an object, at any depth."""
    keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    if not keys:
        return
    key = draw(st.sampled_from(keys))
    inside = holder[key]
    if isinstance(inside, dict | list) and inside and draw(st.integers(0, 3)):
        _alter(draw, inside)
        return
    how = draw(st.integers(0, 3))
    if how == 0:
        del holder[key]
    elif how == 1:
        holder[key] = draw(odd_values)
    elif how == 2:
        holder[key] = deepcopy(holder[draw(st.sampled_from(keys))])
    elif isinstance(holder, list):
        holder.insert(key, draw(odd_values))
    else:
        holder[draw(st.sampled_from(("x", "", "seq", "proof")))] = draw(odd_values)
