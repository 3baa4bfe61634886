"""How long people have for what is asked of them: the R-rules of domain.md 5 that hold here."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec

from shared.eventbase.calendar import add_working_days


class Term(msgspec.Struct, frozen=True):
    """One deadline: in clock hours, or in working days when no hours are given."""

    rule: str
    hours: int | None = None
    working_days: int = 0

    def due(self, since: datetime) -> datetime:
        """The instant from which it is too late."""
        if self.hours is not None:
            return since + timedelta(hours=self.hours)
        return add_working_days(since, self.working_days)


ADJUST_AFTER_EVALUATION = Term("R22", working_days=5)
ADJUST_WHEN_ACUTE = Term("R23", hours=24)
ADJUST_AFTER_INCIDENT = Term("R23", working_days=3)
ASSESS_WHEN_WORSENED = Term("R25", hours=4)
ASSESS_INCIDENT = Term("R25", working_days=1)

EVALUATE_RULE = "W8.2"

LATE_RECORDING = Term("R51", working_days=5)

LOW_RATING = 3  # R29: a safety rating at or below it asks for attention
WIDE_SPREAD = 4  # R29: so many points between people do too
DEEP_DROP = 2  # R29: and so many points less than the same person gave the time before
LOWEST, HIGHEST = 0, 10  # S6.3: the scale
