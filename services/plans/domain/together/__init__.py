"""Who does what: tasks, what is taken over, coordination, the lead and its cover."""

from services.plans.domain.together import (
    assigning,
    coordination,
    cover,
    handover,
    takeovers,
    tasks,
)

__all__ = [
    "assigning",
    "coordination",
    "cover",
    "handover",
    "takeovers",
    "tasks",
]
