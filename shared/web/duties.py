"""Obligations as they are told: a row of an answer, and a Dutch sentence at B1 level."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from shared.eventbase.calendar import AMSTERDAM
from shared.eventbase.obligation import Duty, Obligation
from shared.web.fields import Flag, Id, Instant, Text
from shared.web.wire import WireSchema


class ObligationAnswer(WireSchema):
    """One thing that must be, or was, done."""

    duty = Text(data_key="soort")
    rule = Text(data_key="regel")
    about = Id(data_key="aanleidingId", allow_none=True)
    opened_at = Instant(data_key="ontstaanOp")
    opened_by = Id(data_key="ontstaanDoor")
    due_at = Instant(data_key="uiterlijkOp")
    settled_at = Instant(data_key="afgehandeldOp", allow_none=True)
    settled_by = Id(data_key="afgehandeldDoor", allow_none=True)
    supervisor_at = Instant(data_key="naarLeidinggevendeOp", allow_none=True)
    with_supervisor = Flag(data_key="bijLeidinggevende")
    overdue = Flag(data_key="teLaat")
    settled_late = Flag(data_key="teLaatAfgehandeld")


def row(obligation: Obligation, at: datetime) -> dict[str, Any]:
    """What the answer says of one obligation, seen at V."""
    settled = obligation.settled
    return {
        "duty": obligation.duty,
        "rule": obligation.rule,
        "about": obligation.about,
        "opened_at": obligation.opened.at,
        "opened_by": obligation.opened.event_id,
        "due_at": obligation.due_at,
        "settled_at": settled.at if settled is not None else None,
        "settled_by": settled.event_id if settled is not None else None,
        "supervisor_at": obligation.supervisor_at,
        "with_supervisor": obligation.is_with_supervisor(at),
        "overdue": obligation.overdue(at),
        "settled_late": obligation.settled_late,
    }


def sentence(duty: Duty, obligation: Obligation, at: datetime) -> str:
    """What must be done and by when, and at ``at``: whether it was done, or is too late."""
    asked = f"Te doen: {duty.what}, {_deadline(obligation.due_at)}."
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
