"""An obligation as a Dutch sentence, at B1 level."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from services.evaluations.domain.obligations import Duty, Obligation
from shared.eventbase.calendar import AMSTERDAM

_WHAT = {
    Duty.ASSESSMENT: "het voorval beoordelen",
    Duty.ADJUSTMENT: "het plan bijstellen",
    Duty.EVALUATION: "evalueren",
}


def sentence(obligation: Obligation, at: datetime) -> str:
    """What must be done and by when, and at ``at``: whether it was done, or is too late."""
    asked = f"Te doen: {_WHAT[obligation.duty]}, {_deadline(obligation.due_at)}."
    if obligation.settled is not None:
        late = "te laat " if obligation.settled_late else ""
        return f"{asked} Dit is {late}afgehandeld op {_moment(obligation.settled.at)}."
    return f"{asked} Dit is te laat." if obligation.overdue(at) else asked


def _deadline(due: datetime) -> str:
    local = due.astimezone(AMSTERDAM)
    if local.time() == time():
        # The instant at which a day is over reads as that day.
        return f"uiterlijk {local - timedelta(days=1):%d-%m-%Y}"
    return f"vóór {_moment(due)}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
