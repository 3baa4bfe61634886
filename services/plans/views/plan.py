"""The plan as it is at (V, K): "nog geen plan" before activation (design section 2)."""

from __future__ import annotations

import enum

from services.plans.domain import catalogue
from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.family.dossier import Dossier
from services.plans.domain.plan.closing import Closing
from services.plans.domain.plan.versions import Versions
from services.plans.views.parts.content import Data, plan_content
from services.plans.views.parts.groundwork import groundwork
from services.plans.views.parts.picture import picture
from services.plans.views.versions import own_versions, papers
from shared.eventbase.state import State
from shared.web.look import Look


class PlanStatus(enum.Enum):
    """Where a plan is in its life."""

    NONE_YET = "none-yet"
    IN_FORCE = "in-force"
    CLOSED = "closed"


def plan_view(look: Look, revision: str) -> Data:
    """The plan for the audience of ``look``; the revision only for those who see all of it."""
    if look.sight.full:
        return _whole(look) | {"revision": revision}
    return _own(look)


def status_of(state: State) -> PlanStatus:
    """Where the plan of ``state`` is in its life."""
    if state[Closing].closed is not None:
        return PlanStatus.CLOSED
    in_force = state[Versions].current is not None
    return PlanStatus.IN_FORCE if in_force else PlanStatus.NONE_YET


def _whole(look: Look) -> Data:
    state = look.state
    current = state[Versions].current
    return {
        "plan_id": look.plan_id,
        "status": status_of(look.state),
        "version": current.number if current else None,
        "made_at": current.made_at if current else None,
        "path": state[Versions].path,
        "case_lead": state[CaseLead].person,
        "opened_at": state[Dossier].opened_at,
        "flags": catalogue.open_points(state, look.moment.valid),
        **groundwork(look),
        **picture(look),
        **plan_content(look.sight, state, look.day),
    }


def _own(look: Look) -> Data:
    """A person's own newest version; never what stands in no version yet."""
    data: Data = {"plan_id": look.plan_id, "status": status_of(look.state)}
    own = own_versions(look)
    if not own:
        return data | {"status": PlanStatus.NONE_YET}
    newest = own[-1]
    content = papers(look).page(newest.version, look.actor, look.day)
    return data | {"version": newest.number, "made_at": newest.version.made_at} | content
