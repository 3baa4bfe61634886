"""Who a dossier is about, and who leads it."""

from services.plans.domain.family import (
    case_lead,
    dossier,
    people,
    safe_contact,
)

__all__ = [
    "case_lead",
    "dossier",
    "people",
    "safe_contact",
]
