"""What must be done at V, what was done, what is too late; and when evaluations are due."""

from __future__ import annotations

from services.evaluations.domain import catalogue
from services.evaluations.domain.obligations import Obligation, obligations_at
from services.evaluations.domain.rhythm import Turn, turns
from services.evaluations.views.looking import Data, PlanLook


def obligations_view(look: PlanLook) -> Data:
    """Every obligation, open and settled, and the open points of the evaluations."""
    standing = obligations_at(look.state, look.moment.valid)
    return {
        "obligations": [_obligation(look, each) for each in standing],
        "flags": catalogue.open_points(look.state, look.moment.valid),
    }


def due_dates_view(look: PlanLook) -> Data:
    """The days on which an evaluation was or is due, in order (W8.2)."""
    return {"turns": [_turn(look, turn) for turn in turns(look.state)]}


def _obligation(look: PlanLook, obligation: Obligation) -> Data:
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
        "overdue": obligation.overdue(look.moment.valid),
        "settled_late": obligation.settled_late,
    }


def _turn(look: PlanLook, turn: Turn) -> Data:
    return {
        "due_on": turn.due_on,
        "overdue": turn.closed is None and look.moment.valid >= turn.due_at,
        "open": turn.closed is None,
    }
