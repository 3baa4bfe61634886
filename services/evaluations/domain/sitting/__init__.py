"""Evaluating together: questions, ratings, what is met and what is kept (W8.1, S7.4)."""

from services.evaluations.domain.sitting import (
    answering,
    answers,
    assessing,
    assessments,
    completeness,
    completing,
    evaluations,
    flags,
    rating,
    ratings,
    starting,
)

__all__ = [
    "answering",
    "answers",
    "assessing",
    "assessments",
    "completeness",
    "completing",
    "evaluations",
    "flags",
    "rating",
    "ratings",
    "starting",
]
