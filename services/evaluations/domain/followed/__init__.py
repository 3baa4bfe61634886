"""What is followed from plans: its versions, its people, its judgements."""

from services.evaluations.domain.followed import (
    events,
    own_name,
    people,
    plan,
    values,
)

__all__ = [
    "events",
    "own_name",
    "people",
    "plan",
    "values",
]
