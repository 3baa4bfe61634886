"""Where risk-driven care has its place: in the safety plan, or in the support plan (W3.3)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.support_plans import SupportPlans
from services.plans.domain.groundwork.unsafety import Classifications, Unsafety
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Place(enum.Enum):
    """The two plans in which risk-driven care can stand."""

    SAFETY_PLAN = "safety-plan"
    SUPPORT_PLAN = "support-plan"


class RiskCareWords(msgspec.Struct, frozen=True):
    """Which care it is, and why it stands there."""

    what: str
    reason: str | None = None


class RiskCarePlaced(Event, frozen=True):
    """Risk-driven care got a place (W3.3). ``support_plan``: the linked one that it stands in."""

    TOPIC = "plan.risk-care-placed"
    NAME = "risicogestuurde-zorg-belegd"
    PARAGRAPHS = ("W3.3",)

    item: UUID
    words: Item[RiskCareWords]
    place: Place
    support_plan: UUID | None = None


class PlaceRiskCare(Act, frozen=True, kw_only=True):
    """Records in which plan the risk-driven care stands; a support plan is named."""

    place: Place
    what: str
    reason: str | None = None
    support_plan: UUID | None = None


class Placed(msgspec.Struct, frozen=True):
    """Risk-driven care and its place."""

    item: UUID
    words: Sealed[RiskCareWords]
    place: Place
    support_plan: UUID | None
    at: datetime


class RiskCare:
    """All that was placed, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.all: list[Placed] = []


def _unlinked(state: State, act: PlaceRiskCare, doing: Doing) -> tuple[str, ...]:
    named = act.support_plan is not None
    return when(named and act.support_plan not in state[SupportPlans].all)


_RULES = (
    Rule(
        "risicozorg-zonder-verwijzing",
        "W3.3",
        "Noem het ondersteuningsplan waarin deze zorg staat.",
        lambda state, act, doing: when(
            act.place is Place.SUPPORT_PLAN and act.support_plan is None
        ),
    ),
    Rule(
        "risicozorg-onbekende-verwijzing",
        "W3.3",
        "Koppel eerst het ondersteuningsplan waarin deze zorg staat.",
        _unlinked,
    ),
)


@catalogue.act(PlaceRiskCare, "Risicogestuurde zorg beleggen", ("W3.3",), (RiskCarePlaced,))
def place_risk_care(state: State, act: PlaceRiskCare, doing: Doing) -> list[Event]:
    """Whoever reads the dossier finds where this care stands."""
    refuse(_RULES, state, act, doing)
    words = seal(RiskCareWords(act.what, act.reason))
    return [RiskCarePlaced(doing.new_id(), words, act.place, act.support_plan)]


_DUTCH = {Place.SAFETY_PLAN: "het veiligheidsplan", Place.SUPPORT_PLAN: "het ondersteuningsplan"}


@catalogue.sentence(RiskCarePlaced)
def _tell(event: RiskCarePlaced, words: Words) -> str:
    what = words.text(event.words, "what")
    return f"Risicogestuurde zorg staat in {_DUTCH[event.place]}. {what}".strip()


@catalogue.fold.on(RiskCarePlaced)
def _placed(state: State, event: RiskCarePlaced, stamp: Stamp) -> None:
    placed = Placed(event.item, event.words, event.place, event.support_plan, stamp.effective_at)
    state[RiskCare].all.append(placed)
    state[Reaches].put(event.item, ())


def _nowhere(state: State, at: datetime) -> tuple[str, ...]:
    current = state[Classifications].current
    structural = current is not None and current.kind is Unsafety.STRUCTURAL
    return when(structural and not state[RiskCare].all)


catalogue.flag(
    Flag(
        "risicozorg-zonder-plaats",
        "W3.3",
        "Risicogestuurde zorg heeft nog geen plaats in het veiligheidsplan of ondersteuningsplan.",
        _nowhere,
    )
)
