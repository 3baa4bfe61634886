"""The rules of the safety plan: pure functions from state and act to events.

Importing this package fills the catalogue: one room per part of the work, one module per topic.
"""

from services.plans.domain import course, family, groundwork, picture, plan
from services.plans.domain.catalogue import catalogue

__all__ = ["catalogue", "course", "family", "groundwork", "picture", "plan"]
