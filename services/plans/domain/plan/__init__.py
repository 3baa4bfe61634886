"""The plan itself: bottom lines, agreements, rhythm, and the versions of them."""

from services.plans.domain.plan import (
    activation,
    adjustment,
    agreeing,
    agreements,
    bottom_lines,
    closing,
    correction,
    first_plan,
    keepers,
    pending,
    promises,
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
    "correction",
    "first_plan",
    "keepers",
    "pending",
    "promises",
    "schedule",
    "versions",
]
