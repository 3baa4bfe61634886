"""Long lists in pages: where a caller wants to go on reading, checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import msgspec

from shared.web.cursor import Cursors, NotACursor
from shared.web.fields import Text, Whole
from shared.web.problem import InvalidParam, invalid
from shared.web.view import Reading
from shared.web.wire import QuerySchema

AFTER_KEY, FOLLOWING_KEY = "na", "volgende"
_USUAL, _MOST = 100, 5000
_NOT_OURS = "Gebruik de waarde van volgende uit een eerder antwoord."
_SAME = "Vraag een volgende bladzijde op de momenten van het eerste antwoord (Content-Location)."

T = TypeVar("T")


class LongQuery(QuerySchema):
    """Which page of a list that is as long as what happened."""

    after = Text(200, data_key=AFTER_KEY)
    limit = Whole(1, _MOST, data_key="limit")


class Page(msgspec.Struct, frozen=True):
    """A part of a list: after its first so many, and how many at most."""

    after: int
    limit: int
    cursors: Cursors

    def of(self, listed: Sequence[T]) -> Sequence[T]:
        """That part."""
        return listed[self.after : self.after + self.limit]

    def following(self, listed: Sequence[object]) -> str | None:
        """The cursor of the rest; None when there is none."""
        until = self.after + self.limit
        return self.cursors.at(until) if until < len(listed) else None


class Pages:
    """Pages of lists that are the same whenever they are asked for at one V and K."""

    def __init__(self, cursors: Cursors) -> None:
        self._cursors = cursors

    def asked(self, reading: Reading, pinned: bool = True) -> Page:
        """The page that a query asks for.

        ``pinned``: that what the list depends on besides V and K was asked for. Raises a Problem
        for a cursor that was made up, or that is not asked with the moments of the first page:
        what came in between would move the rest of the list, and something would be missed.
        """
        cursor = reading.query.get("after")
        moments = reading.asked_valid, reading.asked_known
        if cursor is not None and (None in moments or not pinned):
            raise invalid([InvalidParam(AFTER_KEY, "invalid", _SAME)])
        limit = reading.query.get("limit", _USUAL)
        return Page(asked_place(self._cursors, cursor), limit, self._cursors)


def asked_place(cursors: Cursors, cursor: str | None) -> int:
    """The place that a query's ``na`` stands for, 0 without one; a Problem when it was made up."""
    if cursor is None:
        return 0
    try:
        return cursors.seq(cursor)
    except NotACursor:
        raise invalid([InvalidParam(AFTER_KEY, "invalid", _NOT_OURS)]) from None
