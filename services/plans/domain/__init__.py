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
    consultation,
    correction,
    dossier,
    exceptions,
    people,
    reports,
    risk_assessment,
    safe_contact,
    schedule,
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
    "consultation",
    "correction",
    "dossier",
    "exceptions",
    "people",
    "reports",
    "risk_assessment",
    "safe_contact",
    "schedule",
    "transparency",
    "unsafety",
]
