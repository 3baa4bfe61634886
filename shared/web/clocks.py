"""What stands beside the moment at which something happened: late knowledge looks late (3.10)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from marshmallow import fields

from shared.eventbase.event import Stamp
from shared.web.fields import Id, Instant
from shared.web.wire import WireSchema


class Lag(fields.Field[timedelta]):
    """A length of time in whole seconds, as ISO 8601 has it: ``P1DT10H35M``. Only written."""

    def _serialize(self, value: timedelta | None, attr: Any, obj: Any, **kwargs: Any) -> str | None:
        return None if value is None else _duration(value)


class ClocksAnswer(WireSchema):
    """When and by whom something was heard of, when it was recorded, and how long after it

    happened (domain 3.10).
    """

    learned_at = Instant(data_key="vernomenOp", allow_none=True)
    learned_by = Id(data_key="vernomenDoor", allow_none=True)
    recorded_at = Instant(data_key="vastgelegdOp", allow_none=True)
    lag = Lag(data_key="vertraging", allow_none=True)


def _duration(value: timedelta) -> str:
    minutes, seconds = divmod(value.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days = f"{value.days}D" if value.days else ""
    parts = ((hours, "H"), (minutes, "M"), (seconds, "S"))
    time = "".join(f"{count}{unit}" for count, unit in parts if count)
    return f"P{days}T{time}" if time else f"P{days or 'T0S'}"


def lag(stamp: Stamp) -> timedelta | None:
    """From when it happened to when it was recorded; None of what was not recorded yet."""
    return None if stamp.recorded_at is None else stamp.recorded_at - stamp.effective_at


def clocks(stamp: Stamp) -> dict[str, Any]:
    """What the answer says of one event, for those with full sight."""
    return {
        "learned_at": stamp.learned_at,
        "learned_by": stamp.learned_by,
        "recorded_at": stamp.recorded_at,
        "lag": lag(stamp),
    }
