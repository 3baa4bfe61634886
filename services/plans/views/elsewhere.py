"""What is worked on from the support plan, and is still asked about here (W10.4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from services.plans.domain.course.factors import Handling
from services.plans.domain.course.helping import Helping
from services.plans.domain.course.placements import Placement, standing
from services.plans.domain.groundwork.risk_care import RiskCare
from services.plans.domain.groundwork.support_plans import SupportPlans
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.statements.desired_situations import DesiredSituations
from services.plans.views.parts.content import Data
from shared.eventbase.state import State
from shared.web.look import Look


def elsewhere_view(look: Look) -> Data:
    """Everything that was placed elsewhere and is not over, for those with full sight."""
    said = {item: look.sight.said(words)(field) for item, words, field in _worded(look.state)}
    return {"placed": [_placed(look, each, said) for each in standing(look.state)]}


def _worded(state: State) -> Iterator[tuple[UUID, Any, str]]:
    """What can be placed, and the field that says what it is."""
    for part, field in (
        (state[Agreements], "what"),
        (state[BottomLines], "text"),
        (state[DesiredSituations], "text"),
        (state[Helping], "kind"),
    ):
        yield from ((each.item, each.words, field) for each in part.all.values())
    yield from ((care.item, care.words, "what") for care in state[RiskCare].all)
    for reductions in state[Handling].reductions.values():
        yield from ((each.item, each.words, "action") for each in reductions)


def _placed(look: Look, placed: Placement, what: dict[UUID, Any]) -> Data:
    supports = look.state[SupportPlans].all
    support = supports.get(placed.support_plan) if placed.support_plan else None
    said = look.sight.said(support.words if support else None)
    return {
        "item": placed.item,
        "what": what.get(placed.item),
        "support_plan": placed.support_plan,
        "system": said("system"),
        "reference": said("reference"),
        "at": placed.at,
    }
