"""Taking back what was wrong (W8.1, W9.1)."""

from services.evaluations.domain.correction import (
    correcting,
    corrections,
)

__all__ = [
    "correcting",
    "corrections",
]
