"""Canary words: unlike anything else, so that finding one somewhere means that it leaked."""

from __future__ import annotations

import random
import re
import string
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator, Mapping

MARK = "KANARIE"
_LETTERS = 12
_WINDOW = 4 * (len(MARK) + _LETTERS)


class Words:
    """Words by the place that each was put in; seeded."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.at: dict[str, list[str]] = defaultdict(list)

    def new(self, place: str) -> str:
        """A word of its own for this place."""
        word = MARK + "".join(self._chance.choices(string.ascii_uppercase, k=_LETTERS))
        self.at[place].append(word)
        return word

    @property
    def all(self) -> dict[str, str]:
        """The place of each word."""
        return {word: place for place, words in self.at.items() for word in words}


def found_in(traces: Mapping[str, bytes], words: Mapping[str, str]) -> dict[str, set[str]]:
    """Which words stand in which traces, in whatever form, by the word."""
    found: dict[str, set[str]] = defaultdict(set)
    for trace, data in traces.items():
        # No word is there in a form in which the mark that it begins with is not.
        lower, same = _around(data.lower(), _forms(MARK)), _around(data, _in_base64(MARK))
        for word in words if lower or same else ():
            if any(form in lower for form in _forms(word)) or any(
                form in same for form in _in_base64(word)
            ):
                found[word].add(trace)
    return found


def _around(data: bytes, marks: Iterator[bytes]) -> bytes:
    """What follows each mark, as far as the longest form of a word goes."""
    spots = {found.start() for mark in marks for found in re.finditer(re.escape(mark), data)}
    return b"\n\n".join(data[spot : spot + _WINDOW] for spot in sorted(spots))


def _forms(word: str) -> Iterator[bytes]:
    """In small letters: text in three encodings, and hexadecimal."""
    plain = word.lower().encode()
    yield plain
    yield word.lower().encode("utf-16-le")
    yield word.lower().encode("utf-16-be")
    yield word.encode().hex().encode()
    yield plain.hex().encode()


def _in_base64(word: str) -> Iterator[bytes]:
    """At each of three places in a longer text; what depends on the neighbours is cut off."""
    for plain in (word.encode(), word.lower().encode()):
        for shift in range(3):
            whole = b64encode(bytes(shift) + plain)
            yield whole[-(-shift * 8 // 6) : (shift + len(plain)) * 8 // 6]
