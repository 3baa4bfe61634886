"""What happens between evaluations (W9.1)."""

from services.evaluations.domain.incidents import (
    incidents,
    reassessing,
    reporting,
    triage,
)

__all__ = [
    "incidents",
    "reassessing",
    "reporting",
    "triage",
]
