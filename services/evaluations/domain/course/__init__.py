"""How it goes: all that happened, what must be done, and when to evaluate."""

from services.evaluations.domain.course import (
    obligations,
    recurring,
    reminding,
    rhythm,
)

__all__ = [
    "obligations",
    "recurring",
    "reminding",
    "rhythm",
]
