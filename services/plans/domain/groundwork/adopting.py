"""Taking over agreements from an earlier plan: they hold, and are to be confirmed (W4.2)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.earlier_plans import EarlierPlans
from services.plans.domain.plan.agreeing import MakeAgreement
from services.plans.domain.plan.agreements import (
    Agreement,
    AgreementEnded,
    AgreementMade,
    Agreements,
    EndingWords,
)
from services.plans.domain.plan.promises import unconfirmed
from shared.eventbase.act import Act
from shared.eventbase.batch import decide_in_turn
from shared.eventbase.doing import Doing
from shared.eventbase.event import CoreValue, Event, Stamp
from shared.eventbase.rule import Flag, Rule, refuse, when
from shared.eventbase.sealed import Sealed
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Adopted(CoreValue, frozen=True):
    """One agreement that was taken over. ``source``: its id in the earlier plan, if it is ours."""

    item: UUID
    source: UUID | None = None


class EarlierPlanAdopted(Event, frozen=True):
    """Agreements were taken over from an earlier plan that this one refers to (W4.2)."""

    TOPIC = "plan.earlier-plan-adopted"
    NAME = "eerder-plan-overgenomen"
    PARAGRAPHS = ("W4.2",)
    ABOUT = "earlier_plan"

    item: UUID
    earlier_plan: UUID
    adopted: tuple[Adopted, ...]


class AdoptedAgreement(msgspec.Struct, frozen=True):
    """An agreement as it is to hold in this plan, and which one it was in the earlier plan."""

    agreement: MakeAgreement
    source: UUID | None = None


class AdoptEarlierPlan(Act, frozen=True, kw_only=True):
    """Takes over these agreements of an earlier plan, which was referred to first."""

    earlier_plan: UUID
    agreements: tuple[AdoptedAgreement, ...]


class Provenance(msgspec.Struct, frozen=True):
    """Where an agreement was taken over from, and when."""

    earlier_plan: UUID
    source: UUID | None
    at: datetime


class Adoptions:
    """Per agreement where it came from, and why it was dropped; a part of the state."""

    def __init__(self) -> None:
        self.of: dict[UUID, Provenance] = {}
        self.dropped: dict[UUID, Sealed[EndingWords]] = {}


def to_confirm(state: State, agreement: Agreement) -> bool:
    """Whether it was taken over, and somebody who must keep it has not said yes yet."""
    return agreement.item in state[Adoptions].of and bool(unconfirmed(state, agreement))


_RULES = (
    Rule(
        "overnemen-onbekend-plan",
        "W4.2",
        "Vermeld eerst het eerdere plan waaruit u overneemt.",
        lambda state, act, doing: when(act.earlier_plan not in state[EarlierPlans].all),
    ),
    Rule(
        "overnemen-van-niets",
        "W4.2",
        "Noem de afspraken die u overneemt.",
        lambda state, act, doing: when(not act.agreements),
    ),
)


@catalogue.act(
    AdoptEarlierPlan, "Eerder plan overnemen", ("W4.2",), (AgreementMade, EarlierPlanAdopted)
)
def adopt_earlier_plan(state: State, act: AdoptEarlierPlan, doing: Doing) -> list[Event]:
    """The agreements are in this plan, with where they came from."""
    refuse(_RULES, state, act, doing)
    acts = [adopted.agreement for adopted in act.agreements]
    made = decide_in_turn(catalogue, state, acts, act, doing)
    items = [event.item for event in made if isinstance(event, AgreementMade)]
    sources = [adopted.source for adopted in act.agreements]
    pairs = tuple(Adopted(item, source) for item, source in zip(items, sources, strict=True))
    return [*made, EarlierPlanAdopted(doing.new_id(), act.earlier_plan, pairs)]


@catalogue.sentence(EarlierPlanAdopted)
def _tell(event: EarlierPlanAdopted, words: Words) -> str:
    count = len(event.adopted)
    done = "1 afspraak is" if count == 1 else f"{count} afspraken zijn"
    return f"Overgenomen uit een eerder plan: {done} nog te bevestigen."


@catalogue.fold.on(EarlierPlanAdopted)
def _adopted(state: State, event: EarlierPlanAdopted, stamp: Stamp) -> None:
    for each in event.adopted:
        provenance = Provenance(event.earlier_plan, each.source, stamp.effective_at)
        state[Adoptions].of[each.item] = provenance


@catalogue.fold.on(AgreementEnded)
def _dropped(state: State, event: AgreementEnded, stamp: Stamp) -> None:
    if event.item in state[Adoptions].of:
        state[Adoptions].dropped[event.item] = event.words


def _unconfirmed(state: State, at: datetime) -> list[str]:
    return [str(a.item) for a in state[Agreements].standing if to_confirm(state, a)]


catalogue.flag(
    Flag(
        "overgenomen-te-bevestigen",
        "W4.2",
        "Overgenomen afspraak {} is nog niet bevestigd door wie haar nakomt.",
        _unconfirmed,
    )
)
