"""Which of several marks came first."""

from __future__ import annotations

from shared.eventbase.obligation import Mark


def earliest(*marks: Mark | None) -> Mark | None:
    """The first of them to happen; None when none of them did."""
    found = [mark for mark in marks if mark is not None]
    return min(found, key=lambda mark: mark.at, default=None)
