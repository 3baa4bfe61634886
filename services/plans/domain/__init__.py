"""The rules of the safety plan: pure functions from state and act to events.

Importing this package fills the catalogue: one topic module each.
"""

from services.plans.domain import (
    activation,
    adjustment,
    agreeing,
    agreements,
    bottom_lines,
    case_lead,
    closing,
    concerns,
    consultation,
    correction,
    dossier,
    earlier_plans,
    exceptions,
    meldcode,
    people,
    reports,
    risk_assessment,
    safe_contact,
    schedule,
    sharing,
    support_plans,
    transparency,
    unsafety,
)
from services.plans.domain.catalogue import catalogue

__all__ = [
    "activation",
    "adjustment",
    "agreeing",
    "agreements",
    "bottom_lines",
    "case_lead",
    "catalogue",
    "closing",
    "concerns",
    "consultation",
    "correction",
    "dossier",
    "earlier_plans",
    "exceptions",
    "meldcode",
    "people",
    "reports",
    "risk_assessment",
    "safe_contact",
    "schedule",
    "sharing",
    "support_plans",
    "transparency",
    "unsafety",
]
