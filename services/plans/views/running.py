"""The plans that are in force by age, where nothing moves, and what is for a supervisor (W10)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain import catalogue
from services.plans.domain.course.plan_age import GO_ON, Continuations
from services.plans.domain.course.progress import standing_still
from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.plan.closing import Closing
from services.plans.domain.plan.versions import Versions
from services.plans.views.parts.content import Data
from shared.eventbase.calendar import local_day
from shared.eventbase.moment import Moment
from shared.eventbase.obligation import Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Terms
from shared.record.acting import Acting


def running_view(acting: Acting, terms: Terms, moment: Moment, after: int, limit: int) -> Data:
    """One page of dossiers, of those the plans in force at V, the oldest plan first.

    Pages follow the order in which dossiers were opened, so the oldest plans come with the first.
    """
    found = acting.record.plans(after, limit + 1)
    page = found[:limit]
    states = [(plan_id, acting.state(plan_id, moment)) for _, plan_id in page]
    rows = [_row(plan_id, state, terms, moment) for plan_id, state in states if _runs(state)]
    more = page[-1][0] if len(found) > limit else None
    return {"plans": sorted(rows, key=lambda row: row["in_force_since"]), "next": more}


def _runs(state: State) -> bool:
    return state[Versions].current is not None and state[Closing].closed is None


def _row(plan_id: UUID, state: State, terms: Terms, moment: Moment) -> Data:
    at, since = moment.valid, state[Versions].all[0].made_at
    owed = catalogue.obligations_at(state, terms, at)
    said = state[Continuations].all
    return {
        "plan_id": plan_id,
        "case_lead": state[CaseLead].person,
        "in_force_since": since,
        "days": (local_day(at) - local_day(since)).days,
        "reason_asked_since": _open_since(owed, GO_ON),
        "reason_given_at": said[-1].mark.at if said else None,
        "standing_still": list(standing_still(state, terms, at)),
        "with_supervisor": [
            {"duty": each.duty, "due_at": each.due_at}
            for each in owed
            if each.is_with_supervisor(at)
        ],
    }


def _open_since(owed: list[Obligation], duty: str) -> Any:
    waiting = (each.opened.at for each in owed if each.duty == duty and each.settled is None)
    return next(waiting, None)
