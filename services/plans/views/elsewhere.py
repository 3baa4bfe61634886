"""What is worked on from the support plan, and is still asked about here (W10.4)."""

from __future__ import annotations

from services.plans.domain.groundwork.support_plans import SupportPlans
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.elsewhere import Elsewhere, Placed
from services.plans.views.parts.content import Data
from shared.web.look import Look


def elsewhere_view(look: Look) -> Data:
    """Everything that was placed elsewhere, for those with full sight."""
    return {"placed": [_placed(look, each) for each in look.state[Elsewhere].all.values()]}


def _placed(look: Look, placed: Placed) -> Data:
    support = look.state[SupportPlans].all.get(placed.support_plan)
    agreement = look.state[Agreements].all.get(placed.item)
    said = look.sight.said(support.words if support else None)
    return {
        "item": placed.item,
        "what": look.sight.said(agreement.words if agreement else None)("what"),
        "support_plan": placed.support_plan,
        "system": said("system"),
        "reference": said("reference"),
        "at": placed.at,
    }
