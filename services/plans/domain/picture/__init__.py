"""The picture of the family: what is known, what is missing, and who speaks to whom."""

from services.plans.domain.picture import (
    asking,
    concerns,
    conversations,
    deliberations,
    exceptions,
    framework,
    gaps,
    proposals,
    scale_questions,
    sharing,
    strengths,
    talking,
)

__all__ = [
    "asking",
    "concerns",
    "conversations",
    "deliberations",
    "exceptions",
    "framework",
    "gaps",
    "proposals",
    "scale_questions",
    "sharing",
    "strengths",
    "talking",
]
