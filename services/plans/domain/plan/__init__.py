"""The plan itself: bottom lines, agreements, rhythm, and the versions of them."""

from services.plans.domain.plan import (
    activation,
    adjustment,
    agreeing,
    agreements,
    bottom_lines,
    closing,
    closing_evidence,
    correction,
    first_plan,
    keepers,
    pending,
    schedule,
    versions,
)

__all__ = [
    "activation",
    "adjustment",
    "agreeing",
    "agreements",
    "bottom_lines",
    "closing",
    "closing_evidence",
    "correction",
    "first_plan",
    "keepers",
    "pending",
    "schedule",
    "versions",
]
