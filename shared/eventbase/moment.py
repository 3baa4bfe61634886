"""The pair of moments (V, K) that every view answers for (design section 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import msgspec

from shared.eventbase.event import Recorded


class Moment(msgspec.Struct, frozen=True):
    """What was so at ``valid`` (V, geldigOp), as known at ``known`` (K, beschikbaarOp)."""

    valid: datetime
    known: datetime

    def knows(self, recorded: Recorded[Any]) -> bool:
        """Whether an event was recorded at or before K; what is just being recorded is known."""
        at = recorded.stamp.recorded_at
        return at is None or at <= self.known


def known(history: Iterable[Recorded[Any]], moment: Moment) -> list[Recorded[Any]]:
    """What was known at K."""
    return [recorded for recorded in history if moment.knows(recorded)]


def known_and_effective(history: Iterable[Recorded[Any]], moment: Moment) -> list[Recorded[Any]]:
    """The events that count at a moment, in the order in which they happened.

    Known: recorded at or before K. Then without what a known correction voids; then what was
    effective at or before V; ordered by (effective_at, recorded_at), which within one store is seq.
    """
    seen = known(history, moment)
    voided = {r.event.voids for r in seen if hasattr(r.event, "voids")}
    counted = [
        r for r in seen if r.stamp.effective_at <= moment.valid and r.stamp.event_id not in voided
    ]
    return sorted(counted, key=as_it_happened)


def as_it_happened(recorded: Recorded[Any]) -> tuple[datetime, datetime, int]:
    """What events are ordered by: when they happened, then when they were recorded."""
    stamp = recorded.stamp
    return stamp.effective_at, stamp.recorded_at or stamp.effective_at, stamp.seq or 0
