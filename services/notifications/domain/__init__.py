"""The rules of informing people: pure functions from state and act to events.

Importing this package fills the catalogue: one topic module each.
"""

from services.notifications.domain import (
    attempts,
    bouncing,
    confirming,
    erasing,
    holding_back,
    incidents,
    informing,
    informings,
    people,
    reading,
    retrying,
    versions,
    withholding,
)
from services.notifications.domain.catalogue import catalogue

__all__ = [
    "attempts",
    "bouncing",
    "catalogue",
    "confirming",
    "erasing",
    "holding_back",
    "incidents",
    "informing",
    "informings",
    "people",
    "reading",
    "retrying",
    "versions",
    "withholding",
]
