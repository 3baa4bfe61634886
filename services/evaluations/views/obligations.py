"""What must be done at V, what was done, what is too late; and when evaluations are due."""

from __future__ import annotations

from services.evaluations.domain import catalogue
from services.evaluations.domain.course.reminding import reminders
from services.evaluations.domain.course.rhythm import Turn, turns
from services.evaluations.views.looking import Data, PlanLook
from shared.web.duties import row


def obligations_view(look: PlanLook) -> Data:
    """Every obligation, open and settled, and the open points of the evaluations."""
    return {
        "obligations": [row(each, look.moment.valid) for each in look.obligations],
        "flags": catalogue.open_points(look.state, look.moment.valid),
    }


def due_dates_view(look: PlanLook) -> Data:
    """The days on which an evaluation was or is due, in order (W8.2, R19, R20)."""
    found = turns(look.state)
    return {"turns": [_turn(look, turn, not number) for number, turn in enumerate(found)]}


def _turn(look: PlanLook, turn: Turn, first: bool) -> Data:
    around = reminders(look.state, look.terms, turn, first)
    return {
        "remind_on": around.remind_on,
        "supervisor_on": around.supervisor_on,
        "at_latest": around.at_latest,
        "too_late_agreed": turn.due_on > around.at_latest,
        "due_on": turn.due_on,
        "overdue": turn.closed is None and look.moment.valid >= turn.due_at,
        "open": turn.closed is None,
    }
