"""The plan as an inspector asks for it: which version, and how its bottom lines stand (3.10)."""

from __future__ import annotations

from services.plans.domain.plan.versions import Versions
from services.plans.views.bottom_lines import bottom_lines_view
from services.plans.views.parts.content import Data, plan_content
from services.plans.views.plan import status_of
from shared.web.look import Look


def plan_then(look: Look) -> Data:
    """What the plan says at (V, K), and whether each bottom line was found to be met."""
    current = look.state[Versions].current
    content = plan_content(look.sight, look.state, look.day)
    met = {line["item"]: line["met"] for line in bottom_lines_view(look)["lines"]}
    lines = [line | {"met": met[line["item"]]} for line in content["bottom_lines"]]
    return content | {
        "status": status_of(look.state),
        "version": current.number if current is not None else None,
        "made_at": current.made_at if current is not None else None,
        "bottom_lines": lines,
    }
