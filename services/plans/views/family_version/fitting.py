"""What fits on two pages of A4 (W0.9, domain.md 4.1).

No server knows how a printer breaks lines, so room is counted in lines of one column, in a letter
that is wider than most. A test prints the fullest pages that this lets through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Row = dict[str, Any]

# Of two pages with two columns, less what stands above and below the columns.
LINES = 160
LINES_IN_LARGE_LETTERS = 84
LINE = 34
TITLE = 3
LONGEST = 420
_BETWEEN = 0.6
_MANY = 6
# Printed in a part of their own, when there is room for that.
_ELSEWHERE = ("if_kept", "if_not_kept")


class Sheet:
    """Two pages that fill up. ``is_full``: something was left out, or cut short."""

    def __init__(self, lines: float = LINES) -> None:
        self._left = lines
        self._closed = False
        self.is_full = False

    def fill(self, rows: Iterable[Row]) -> list[Row]:
        """Those that fit, in their order, with no text longer than one row may take.

        After the first that does not fit nothing fits any more: what is less important does not
        take the place of what is more so.
        """
        taken: list[Row] = []
        for row in map(self._shortened, rows):
            room = _room(row) + (0 if taken else TITLE)
            if self._closed or room > self._left:
                self._closed = self.is_full = True
                break
            self._left -= room
            taken.append(row)
        return taken

    def _shortened(self, row: Row) -> Row:
        return {key: self._short(value) for key, value in row.items()}

    def _short(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        said = " ".join(value.split())
        if len(said) <= LONGEST:
            return said
        self.is_full = True
        return said[:LONGEST].rsplit(" ", 1)[0].rstrip(" .,;:") + " …"


def few(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names, or the first of them and a word for the rest."""
    return names if len(names) <= _MANY else (*names[:_MANY], "anderen")


def _room(row: Row) -> float:
    return _BETWEEN + sum(-(-len(text) // LINE) for text in _texts(row))


def _texts(row: Row) -> Iterator[str]:
    for key, value in row.items():
        if isinstance(value, str) and key not in _ELSEWHERE:
            yield value
        elif isinstance(value, tuple) and value:
            yield ", ".join(value)
    if row.get("last_day") or row.get("begins_later"):
        yield "Tot en met een dag"
