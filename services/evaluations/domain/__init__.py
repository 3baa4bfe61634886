"""The rules of evaluations and incidents: pure functions from state and act to events.

Importing this package fills the catalogue: one topic module each.
"""

from services.evaluations.domain import (
    answering,
    answers,
    assessing,
    assessments,
    completing,
    correcting,
    corrections,
    evaluations,
    flags,
    happenings,
    incidents,
    obligations,
    people,
    plan,
    rating,
    ratings,
    reporting,
    starting,
    triage,
)
from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.together import register

register(catalogue)

__all__ = [
    "answering",
    "answers",
    "assessing",
    "assessments",
    "catalogue",
    "completing",
    "correcting",
    "corrections",
    "evaluations",
    "flags",
    "happenings",
    "incidents",
    "obligations",
    "people",
    "plan",
    "rating",
    "ratings",
    "reporting",
    "starting",
    "triage",
]
