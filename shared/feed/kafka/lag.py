"""How far behind a relay or a follower is, in events and in time."""

from __future__ import annotations

from datetime import datetime

import msgspec

from shared.feed.delivery import Damaged
from shared.feed.follower import Status
from shared.feed.place import Place
from shared.feed.source import Source


class Lag(msgspec.Struct, frozen=True):
    """``positions`` of the feed still to do, and for how many ``seconds`` the oldest has waited.

    Seconds are None when it is not known since when.
    """

    positions: int
    seconds: float | None


def relay_lag(source: Source, place: Place, now: datetime) -> Lag:
    """What a relay that is at ``place`` still has to send."""
    batch = source.read(place.position, 1)
    oldest = next((d for d in batch.deliveries if not isinstance(d, Damaged)), None)
    behind = batch.last - place.position
    if oldest is None:
        return Lag(behind, None if behind else 0.0)
    return Lag(behind, _seconds(oldest.recorded_at, now))


def follower_lag(status: Status, now: datetime) -> Lag:
    """What a follower still has to take; the time since what it took last, if there is more."""
    if not status.lag:
        return Lag(0, 0.0)
    taken = status.recorded_at
    return Lag(status.lag, None if taken is None else _seconds(taken, now))


def _seconds(moment: datetime, now: datetime) -> float:
    return max(0.0, (now - moment).total_seconds())
