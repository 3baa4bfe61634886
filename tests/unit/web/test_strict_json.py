"""What strict JSON takes and what it refuses (integrity threat 20)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.web.strict_json import MAX_BYTES, MAX_DEPTH, NotStrictJson, TooLarge, loads

DEEP = b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}"

REFUSED = {
    "nothing": b"",
    "NaN": b'{"a": NaN}',
    "Infinity": b'{"a": -Infinity}',
    "a number that overflows": b'{"a": 1e999}',
    "a number of 5000 digits": b'{"a": ' + b"9" * 5000 + b"}",
    "a key twice": b'{"a": 1, "a": 2}',
    "a key twice, once escaped": b'{"a": 1, "\\u0061": 2}',
    "a key twice, deep inside": b'{"a": [{"b": {"c": 1, "c": 1}}]}',
    "a lone surrogate": b'{"a": "\\ud800"}',
    "a lone surrogate as key": b'{"\\udc00": 1}',
    "a raw surrogate": b'{"a": "\xed\xa0\x80"}',
    "bytes that are no UTF-8": b'{"a": "\xff"}',
    "a byte order mark": b'\xef\xbb\xbf{"a": 1}',
    "a list": b"[]",
    "a string": b'"a"',
    "null": b"null",
    "a trailing comma": b'{"a": 1,}',
    "a comment": b'{"a": 1} // b',
    "single quotes": b"{'a': 1}",
    "a raw control character": b'{"a": "\x00"}',
    "half an object": b'{"a": "',
    "brackets in a half string": b'{"a": "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[',
    "a hundred thousand levels": DEEP,
    "a hundred thousand open brackets": b"[" * 100_000,
    "one level too deep": b'{"a":' + b"[" * MAX_DEPTH + b"]" * MAX_DEPTH + b"}",
}


@pytest.mark.parametrize("body", REFUSED.values(), ids=REFUSED.keys())
def test_what_two_parsers_could_read_differently_is_refused(body: bytes) -> None:
    """Each with a Dutch sentence, none with another exception."""
    with pytest.raises(NotStrictJson, match=r"^De inhoud .*\.$"):
        loads(body)


def test_a_body_over_256_kb_is_too_large() -> None:
    """Looked at before anything is parsed."""
    with pytest.raises(TooLarge):
        loads(b" " * (MAX_BYTES + 1))


def test_the_deepest_and_the_largest_that_is_allowed_are_taken() -> None:
    """The limits themselves are inside."""
    deepest = b'{"a":' + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1) + b"}"
    assert "a" in loads(deepest)
    assert loads(b'{"a":1}'.ljust(MAX_BYTES)) == {"a": 1}


def test_brackets_and_escapes_inside_text_are_not_levels() -> None:
    """A worker may write brackets, and quotes with backslashes before them."""
    text = '"[{' * 50 + "\\"
    assert loads(json.dumps({"a": text}).encode()) == {"a": text}


def test_an_emoji_written_as_a_surrogate_pair_is_taken() -> None:
    """A pair is a character; only half of one is refused."""
    assert loads(b'{"a": "\\ud83d\\ude00"}') == {"a": "\U0001f600"}


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False,
    allow_infinity=False) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=20,
)  # fmt: skip


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), _VALUES, max_size=5))
def test_all_other_objects_are_read_as_the_standard_library_reads_them(value: object) -> None:
    """Strictness changes no value."""
    body = json.dumps(value).encode("utf-8", "replace")
    try:
        expected = json.loads(body)
    except ValueError:
        return
    try:
        assert loads(body) == expected
    except NotStrictJson as refused:
        assert "JSON" in str(refused) or "diep" in str(refused)
