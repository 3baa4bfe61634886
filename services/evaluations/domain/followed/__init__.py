"""What is followed from plans: its versions, its people, its judgements, what is worked on."""

from services.evaluations.domain.followed import (
    course_events,
    elsewhere,
    events,
    own_name,
    people,
    plan,
    safety,
    values,
    working_on,
)

__all__ = [
    "course_events",
    "elsewhere",
    "events",
    "own_name",
    "people",
    "plan",
    "safety",
    "values",
    "working_on",
]
