"""The rules of evaluations and incidents: pure functions from state and act to events.

Importing this package fills the catalogue: one room per part of the work, one module per topic.
"""

from services.evaluations.domain import (
    between,
    breaches,
    children,
    considering,
    correction,
    course,
    erasing,
    followed,
    incidents,
    preparing,
    sitting,
)
from services.evaluations.domain.catalogue import catalogue
from shared.eventbase.together import register

register(catalogue)

__all__ = [
    "between",
    "breaches",
    "catalogue",
    "children",
    "considering",
    "correction",
    "course",
    "erasing",
    "followed",
    "incidents",
    "preparing",
    "sitting",
]
