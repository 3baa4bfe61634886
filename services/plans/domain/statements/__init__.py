"""What people fear and what they want instead, in their own names: the WHY of the plan (S4)."""

from services.plans.domain.statements import (
    desired_situations,
    discussing,
    risk_statements,
    withdrawals,
    withdrawing,
)

__all__ = [
    "desired_situations",
    "discussing",
    "risk_statements",
    "withdrawals",
    "withdrawing",
]
