"""What must be done again and again: each time from when, and what ended the waiting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import msgspec

from services.evaluations.domain.followed.safety import Safety
from shared.eventbase.obligation import Mark
from shared.eventbase.terms import Terms


class Wait(msgspec.Struct, frozen=True):
    """One time of waiting: since when, and until it was done or no longer needed."""

    opened: Mark
    closed: Mark | None = None


def waits(begun: Mark, done: Iterable[Mark], ended: Mark | None) -> Iterator[Wait]:
    """Every time of waiting from ``begun`` on: each thing done ends one and begins the next."""
    opened = begun
    for mark in sorted(done, key=as_it_happened):
        if mark.at < begun.at or (ended is not None and mark.at > ended.at):
            continue
        yield Wait(opened, mark)
        opened = mark
    yield Wait(opened, ended)


def due_by(safety: Safety, terms: Terms, wait: Wait, usual: str, when_acute: str) -> datetime:
    """When it is too late, by the threshold that holds while it is acute or otherwise.

    Becoming acute shortens the time; that it no longer is so lengthens only the next one.
    """
    term = when_acute if safety.is_acute_at(wait.opened.at) else usual
    became = [p.begun.at for p in safety.acute_periods if p.begun.at > wait.opened.at]
    within = [at for at in became if wait.closed is None or at < wait.closed.at]
    return min([terms.due(term, wait.opened.at), *(terms.due(when_acute, at) for at in within)])


def earliest(*marks: Mark | None) -> Mark | None:
    """The first of some marks, of which any may not be there."""
    return min((mark for mark in marks if mark is not None), key=as_it_happened, default=None)


def as_it_happened(mark: Mark) -> tuple[object, ...]:
    """The order in which marks are told, the same whatever order their events came in."""
    return mark.at, mark.event_id
