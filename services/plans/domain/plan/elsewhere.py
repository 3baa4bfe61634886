"""Goals and agreements that are in the support plan too, and stay in sight here (W10.4)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import People
from services.plans.domain.groundwork.support_plans import SupportPlans
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class PlacedInSupportPlan(Event, frozen=True):
    """A goal or agreement of this plan was put in the support plan as well (W10.4)."""

    TOPIC = "plan.placed-in-support-plan"
    NAME = "elders-belegd"
    PARAGRAPHS = ("W10.4",)

    item: UUID
    support_plan: UUID


class PlaceInSupportPlan(Act, frozen=True, kw_only=True):
    """Records that something of this plan is worked on from the support plan."""

    item: UUID
    support_plan: UUID


def _unknown(state: State, act: PlaceInSupportPlan, doing: Doing) -> tuple[str, ...]:
    return when(act.item not in state[Reaches].of or act.item in state[People].all)


_RULES = (
    Rule("elders-onbekend", "W10.4", "Dit doel of deze afspraak is er niet (meer).", _unknown),
    Rule(
        "elders-zonder-ondersteuningsplan",
        "W10.4",
        "Koppel eerst het ondersteuningsplan.",
        lambda state, act, doing: when(act.support_plan not in state[SupportPlans].all),
    ),
)


@catalogue.act(
    PlaceInSupportPlan, "In ondersteuningsplan opnemen", ("W10.4",), (PlacedInSupportPlan,)
)
def place_in_support_plan(state: State, act: PlaceInSupportPlan, doing: Doing) -> list[Event]:
    """It is worked on from there, and still stands here and is evaluated here."""
    refuse(_RULES, state, act, doing)
    return [PlacedInSupportPlan(act.item, act.support_plan)]


@catalogue.sentence(PlacedInSupportPlan)
def _tell(event: PlacedInSupportPlan, words: Words) -> str:
    return "Een onderdeel van dit plan is ook in het ondersteuningsplan opgenomen."
