"""Who a dossier is about, and who leads it."""

from services.plans.domain.family import (
    birthdays,
    case_lead,
    custody,
    custody_checks,
    dossier,
    leaving,
    people,
    recording,
    safe_contact,
)

__all__ = [
    "birthdays",
    "case_lead",
    "custody",
    "custody_checks",
    "dossier",
    "leaving",
    "people",
    "recording",
    "safe_contact",
]
