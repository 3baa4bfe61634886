"""What the next evaluation is about (W10.4); what each point says, its own service tells."""

from __future__ import annotations

from services.evaluations.domain.course.rhythm import turns
from services.evaluations.domain.preparing.agenda import Point, agenda
from services.evaluations.views.looking import Data, PlanLook
from shared.eventbase.calendar import local_day


def agenda_view(look: PlanLook) -> Data:
    """Its day, if one is due, and its points."""
    now = look.moment.valid
    due_on = next((turn.due_on for turn in turns(look.state) if turn.closed is None), None)
    day = max(due_on or local_day(now), local_day(now))
    points = agenda(look.state, look.terms, day, now, look.obligations)
    return {"due_on": due_on, "points": [_point(look, point) for point in points]}


def _point(look: PlanLook, point: Point) -> Data:
    weeks = (look.moment.valid - point.since).days // 7 if point.since is not None else None
    return {
        "topic": point.topic,
        "item": point.item,
        "since": point.since,
        "weeks": weeks,
        "until": point.until,
        "must": point.must,
    }
