"""Two small events and the stamps to put on them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.moment import Moment, known_and_effective

PLAN = UUID(int=1, version=4)
DAY = timedelta(days=1)
START = datetime(2025, 3, 1, 12, tzinfo=UTC)


class Said(Event, frozen=True):
    """Somebody said a number."""

    TOPIC = "test.said"
    NAME = "gezegd"

    number: int


class TakenBack(Event, frozen=True):
    """An earlier event is taken back."""

    TOPIC = "test.taken-back"
    NAME = "teruggenomen"

    voids: UUID


def event_id(seq: int) -> UUID:
    """The id of the event that was recorded as ``seq``."""
    return UUID(int=100 + seq, version=4)


def recorded(
    event: Event, seq: int, happened: float, stored: float | None = None
) -> Recorded[Event]:
    """``event``, as happened and stored so many days after the start."""
    at = None if stored is None else START + stored * DAY
    stamp = Stamp(
        event_id(seq),
        PLAN,
        PLAN,
        seq,
        event_id(seq),
        "fatma",
        "worker",
        START + happened * DAY,
        recorded_at=at,
        seq=seq if at else None,
    )
    return Recorded(event, stamp)


def said(number: int, happened: float, stored: float | None = None) -> Recorded[Event]:
    """A number that is also its place in the record."""
    return recorded(Said(number), number, happened, happened if stored is None else stored)


def numbers(history: list[Recorded[Event]], valid: float, known: float) -> list[int]:
    """What counts at V and K, in days after the start."""
    moment = Moment(START + valid * DAY, START + known * DAY)
    counted = known_and_effective(history, moment)
    return [r.event.number for r in counted if isinstance(r.event, Said)]
