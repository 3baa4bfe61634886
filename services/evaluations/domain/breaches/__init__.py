"""Agreements that are not kept: claimed, heard, judged, and what follows (W9.2, W9.3)."""

from services.evaluations.domain.breaches import (
    claims,
    consequences,
    findings,
    hearing,
    keeping,
    owed,
    owed_consequences,
)

__all__ = [
    "claims",
    "consequences",
    "findings",
    "hearing",
    "keeping",
    "owed",
    "owed_consequences",
]
