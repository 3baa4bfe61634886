"""What is followed from plans: its versions, its people, its judgements."""

from services.evaluations.domain.followed import (
    events,
    people,
    plan,
    values,
)

__all__ = [
    "events",
    "people",
    "plan",
    "values",
]
