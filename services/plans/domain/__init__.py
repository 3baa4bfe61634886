"""The rules of the safety plan: pure functions from state and act to events.

Importing this package fills the catalogue: one room per part of the work, one module per topic.
"""

from services.plans.domain import (
    course,
    erasing,
    family,
    groundwork,
    network,
    picture,
    plan,
    rights,
    statements,
    together,
)
from services.plans.domain.catalogue import catalogue
from shared.eventbase.together import register

register(catalogue)

__all__ = [
    "catalogue",
    "course",
    "erasing",
    "family",
    "groundwork",
    "network",
    "picture",
    "plan",
    "rights",
    "statements",
    "together",
]
