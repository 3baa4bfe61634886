"""Where something is placed: in this plan, or in the support plan beside it (W5.2, W6.3, W10.4)."""

from __future__ import annotations

import enum
from typing import Any
from uuid import UUID

from services.plans.domain.groundwork.support_plans import SupportPlans
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import CoreValue
from shared.eventbase.rule import Rule, when
from shared.eventbase.state import State


class PlacedIn(enum.Enum):
    """The plan that something stands in, and is discussed from."""

    SAFETY_PLAN = "safety-plan"
    SUPPORT_PLAN = "support-plan"


class Place(CoreValue, frozen=True):
    """Where it is placed; in a support plan: in which."""

    placed_in: PlacedIn = PlacedIn.SAFETY_PLAN
    support_plan: UUID | None = None


class PlacedAct(Act, frozen=True, kw_only=True):
    """An act that places something."""

    placed_in: PlacedIn = PlacedIn.SAFETY_PLAN
    support_plan: UUID | None = None

    @property
    def place(self) -> Place:
        """Where."""
        return Place(self.placed_in, self.support_plan)


def _nowhere(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    elsewhere = act.placed_in is PlacedIn.SUPPORT_PLAN
    return when(elsewhere != (act.support_plan is not None))


def _unknown(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    return when(act.support_plan is not None and act.support_plan not in state[SupportPlans].all)


PLACED = (
    Rule(
        "plaats-onduidelijk",
        "W10.4",
        "Zeg in welk ondersteuningsplan dit staat, of zet het in het veiligheidsplan.",
        _nowhere,
    ),
    Rule(
        "plaats-onbekend",
        "W10.4",
        "Dit ondersteuningsplan is niet gekoppeld aan dit dossier.",
        _unknown,
    ),
)
