"""Where a caller wants to go on reading, checked."""

from __future__ import annotations

from shared.web.cursor import Cursors, NotACursor
from shared.web.problem import InvalidParam, invalid


def asked_place(cursors: Cursors, cursor: str | None) -> int:
    """The place that a query's ``na`` stands for, 0 without one; a Problem when it was made up."""
    if cursor is None:
        return 0
    try:
        return cursors.seq(cursor)
    except NotACursor:
        reason = "Gebruik de waarde van volgende uit een eerder antwoord."
        raise invalid([InvalidParam("na", "invalid", reason)]) from None
