"""Moments as whole microseconds since 1970-01-01 UTC, without rounding: what a leaf holds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICRO = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """The microseconds up to ``moment``. Raises TypeError when it has no time zone."""
    return (moment - _EPOCH) // _MICRO


def to_moment(micros: int) -> datetime:
    """The moment, in UTC."""
    return _EPOCH + timedelta(0, 0, micros)
