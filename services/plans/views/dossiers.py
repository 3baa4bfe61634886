"""The list of dossiers, a page at a time."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.family.dossier import Dossier
from services.plans.domain.plan.versions import Versions
from services.plans.views.parts.content import Data
from services.plans.views.plan import status_of
from shared.eventbase.erasing import DESTRUCTIONS
from shared.eventbase.moment import Moment
from shared.record.acting import Acting


def dossiers_view(acting: Acting, moment: Moment, after: int, limit: int) -> Data:
    """One page, in the order in which dossiers were opened, and where the next begins.

    Only dossiers that existed at (V, K) are listed, so a page may hold fewer than ``limit``.
    """
    found = acting.record.plans(after, limit + 1)
    page = found[:limit]
    rows = [_row(acting, plan_id, moment) for _, plan_id in page]
    more = page[-1][0] if len(found) > limit else None
    return {"dossiers": [row for row in rows if row is not None], "next": more}


def _row(acting: Acting, plan_id: UUID, moment: Moment) -> Data | None:
    state = acting.state(plan_id, moment)
    # Where destructions are written down is nobody's dossier.
    if not state.begun or plan_id == DESTRUCTIONS:
        return None
    current = state[Versions].current
    return {
        "plan_id": plan_id,
        "opened_at": state[Dossier].opened_at,
        "status": status_of(state),
        "version": current.number if current else None,
        "case_lead": state[CaseLead].person,
    }
