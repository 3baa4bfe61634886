"""Everything that stands in the support plan, whatever put it there, until it no longer does.

Goals and agreements, risk-driven care, what is done about factors, and help (W3.3, W10.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.factors import Handling, RiskReductionPlanned
from services.plans.domain.course.helping import HelpArranged, Helping, HelpStatus
from services.plans.domain.course.placing import PlacedIn
from services.plans.domain.course.progress import is_gone
from services.plans.domain.groundwork import risk_care
from services.plans.domain.groundwork.risk_care import RiskCarePlaced
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.elsewhere import PlacedInSupportPlan
from services.plans.domain.statements.withdrawals import Withdrawals
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State

_DONE = (HelpStatus.COMPLETED, HelpStatus.REFUSED)


class EndWords(msgspec.Struct, frozen=True):
    """Why it is no longer worked on from there."""

    reason: str


class PlacementEnded(Event, frozen=True):
    """Something is no longer worked on from the support plan (W10.4)."""

    TOPIC = "plan.placement-ended"
    NAME = "niet-langer-elders"
    PARAGRAPHS = ("W10.4",)
    ABOUT = "placed"
    ENDS = True

    item: UUID
    words: Item[EndWords]
    placed: UUID


class EndPlacement(Act, frozen=True, kw_only=True):
    """Records that something is no longer worked on from the support plan, and why."""

    placed: UUID
    reason: str


class Placement(msgspec.Struct, frozen=True):
    """One thing that stands in a support plan, in which, and since when."""

    item: UUID
    support_plan: UUID | None
    at: datetime


class Placements:
    """What was placed in a support plan and not taken out again; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Placement] = {}


def standing(state: State) -> list[Placement]:
    """What is still worked on from a support plan; what is over by itself is not."""
    over = set(_over(state))
    return [each for each in state[Placements].all.values() if each.item not in over]


def _over(state: State) -> Iterator[UUID]:
    yield from state[Withdrawals].of
    yield from (each.item for each in state[Agreements].all.values() if each.ended)
    yield from (each.item for each in state[BottomLines].all.values() if each.withdrawn)
    yield from (h.item for h in state[Helping].all.values() if h.stand.status in _DONE)
    for factor, reductions in state[Handling].reductions.items():
        if is_gone(state, factor):
            yield from (reduction.item for reduction in reductions)


def _not_placed(state: State, act: EndPlacement, doing: Doing) -> tuple[str, ...]:
    return when(act.placed not in state[Placements].all)


_PLACED = Rule(
    "elders-staat-niet",
    "W10.4",
    "Dit onderdeel staat niet (meer) in een ondersteuningsplan.",
    _not_placed,
)


@catalogue.act(EndPlacement, "Uit ondersteuningsplan halen", ("W3.3", "W10.4"), (PlacementEnded,))
def end_placement(state: State, act: EndPlacement, doing: Doing) -> list[Event]:
    """It is asked about there no more."""
    refuse([_PLACED], state, act, doing)
    return [PlacementEnded(doing.new_id(), seal(EndWords(act.reason)), act.placed)]


@catalogue.sentence(PlacementEnded)
def _tell(event: PlacementEnded, words: Words) -> str:
    reason = words.text(event.words, "reason")
    return f"Een onderdeel staat niet meer in het ondersteuningsplan. {reason}".strip()


@catalogue.fold.on(PlacedInSupportPlan)
def _placed(state: State, event: PlacedInSupportPlan, stamp: Stamp) -> None:
    _put(state, event.item, event.support_plan, stamp)


@catalogue.fold.on(RiskCarePlaced)
def _care(state: State, event: RiskCarePlaced, stamp: Stamp) -> None:
    if event.place is risk_care.Place.SUPPORT_PLAN:
        _put(state, event.item, event.support_plan, stamp)


@catalogue.fold.on(RiskReductionPlanned, HelpArranged)
def _worked_on(state: State, event: RiskReductionPlanned | HelpArranged, stamp: Stamp) -> None:
    if event.place.placed_in is PlacedIn.SUPPORT_PLAN:
        _put(state, event.item, event.place.support_plan, stamp)


def _put(state: State, item: UUID, support_plan: UUID | None, stamp: Stamp) -> None:
    state[Placements].all[item] = Placement(item, support_plan, stamp.effective_at)


@catalogue.fold.on(PlacementEnded)
def _ended(state: State, event: PlacementEnded, stamp: Stamp) -> None:
    state[Placements].all.pop(event.placed, None)
    state[Reaches].put(event.item, ())
