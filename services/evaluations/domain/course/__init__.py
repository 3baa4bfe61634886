"""How it goes: all that happened, what must be done, and when to evaluate."""

from services.evaluations.domain.course import (
    happenings,
    obligations,
    recurring,
    reminding,
    rhythm,
)

__all__ = [
    "happenings",
    "obligations",
    "recurring",
    "reminding",
    "rhythm",
]
