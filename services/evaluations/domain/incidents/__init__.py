"""What happens between evaluations (W9.1)."""

from services.evaluations.domain.incidents import (
    incidents,
    reporting,
    triage,
)

__all__ = [
    "incidents",
    "reporting",
    "triage",
]
