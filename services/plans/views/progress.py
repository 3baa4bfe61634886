"""How far the team is with its three tasks, and where risk-driven care stands (W0.2, W3.3)."""

from __future__ import annotations

from services.plans.domain.groundwork.progress import progress
from services.plans.domain.groundwork.risk_care import Placed, RiskCare
from services.plans.views.parts.content import Data
from shared.web.look import Look


def progress_view(look: Look) -> Data:
    """The three tasks at (V, K), and every place that was given to risk-driven care."""
    return {
        "tasks": [
            {"task": each.task, "done": each.since is not None, "since": each.since}
            for each in progress(look.state)
        ],
        "risk_care": [_placed(look, placed) for placed in look.state[RiskCare].all],
    }


def _placed(look: Look, placed: Placed) -> Data:
    said = look.sight.said(placed.words)
    return {
        "item": placed.item,
        "place": placed.place,
        "support_plan": placed.support_plan,
        "what": said("what"),
        "reason": said("reason"),
        "at": placed.at,
    }
