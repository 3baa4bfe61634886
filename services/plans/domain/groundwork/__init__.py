"""What a plan stands on: judgement, consultation, meldcode, reports, earlier plans."""

from services.plans.domain.groundwork import (
    adopting,
    consultation,
    earlier_plans,
    meldcode,
    meldcode_steps,
    messages_owed,
    reports,
    risk_assessment,
    support_plans,
    transparency,
    unsafety,
)

__all__ = [
    "adopting",
    "consultation",
    "earlier_plans",
    "meldcode",
    "meldcode_steps",
    "messages_owed",
    "reports",
    "risk_assessment",
    "support_plans",
    "transparency",
    "unsafety",
]
