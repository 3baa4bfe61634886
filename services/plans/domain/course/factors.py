"""What is done about a factor, whether risk or complicating, and how it goes (W5.2, W10.5)."""

from __future__ import annotations

import enum
from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.complicating_factors import ComplicatingFactors
from services.plans.domain.course.placing import PLACED, Place, PlacedAct
from services.plans.domain.course.risk_factors import RiskFactors
from services.plans.domain.family.people import known_people
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class Trend(enum.Enum):
    """How a factor develops."""

    SMALLER = "smaller"
    SAME = "same"
    LARGER = "larger"
    GONE = "gone"


class ReductionWords(msgspec.Struct, frozen=True):
    """What is done to make a factor as small as possible."""

    action: str


class ReviewWords(msgspec.Struct, frozen=True):
    """What shows how it goes."""

    findings: str


class RiskReductionPlanned(Event, frozen=True):
    """It was planned how a factor is made smaller (W5.2)."""

    TOPIC = "plan.risk-reduction-planned"
    NAME = "maatregel-gepland"
    PARAGRAPHS = ("W5.2", "W10.4")
    ABOUT = "factor"

    item: UUID
    words: Item[ReductionWords]
    factor: UUID
    owner: UUID
    due: date
    place: Place


class FactorReviewed(Event, frozen=True):
    """It was looked at how a factor develops (W5.2)."""

    TOPIC = "plan.factor-reviewed"
    NAME = "factor-besproken"
    PARAGRAPHS = ("W5.2", "W10.5")
    ABOUT = "factor"

    item: UUID
    words: Item[ReviewWords]
    factor: UUID
    trend: Trend
    reviewed_with: tuple[UUID, ...] = ()


class PlanRiskReduction(PlacedAct, frozen=True, kw_only=True):
    """Records what is done about a factor: by whom, by when, and in which plan it stands."""

    factor: UUID
    action: str
    owner: UUID
    due: date


class ReviewFactor(Act, frozen=True, kw_only=True):
    """Records how a factor develops, what shows that, and with whom it was discussed."""

    factor: UUID
    trend: Trend
    findings: str
    reviewed_with: tuple[UUID, ...] = ()


class Reduction(msgspec.Struct, frozen=True):
    """One planned action."""

    item: UUID
    words: Sealed[ReductionWords]
    owner: UUID
    due: date
    place: Place
    mark: Mark


class Review(msgspec.Struct, frozen=True):
    """One time that a factor was looked at."""

    item: UUID
    words: Sealed[ReviewWords]
    trend: Trend
    reviewed_with: tuple[UUID, ...]
    mark: Mark


class Handling:
    """Per factor what is planned and how it was reviewed, oldest first; a part of the state."""

    def __init__(self) -> None:
        self.reductions: defaultdict[UUID, list[Reduction]] = defaultdict(list)
        self.reviews: defaultdict[UUID, list[Review]] = defaultdict(list)


def _unknown(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    known = state[RiskFactors].all.keys() | state[ComplicatingFactors].all.keys()
    return when(act.factor not in known)


_KNOWN = Rule("factor-onbekend", "W5.2", "Deze factor staat niet (meer) in dit dossier.", _unknown)


@catalogue.act(PlanRiskReduction, "Maatregel plannen", ("W5.2", "W10.4"), (RiskReductionPlanned,))
def plan_risk_reduction(state: State, act: PlanRiskReduction, doing: Doing) -> list[Event]:
    """The factor has an action and somebody who does it."""
    refuse([_KNOWN, known_people("owner"), *PLACED], state, act, doing)
    words = seal(ReductionWords(act.action))
    return [RiskReductionPlanned(doing.new_id(), words, act.factor, act.owner, act.due, act.place)]


@catalogue.act(ReviewFactor, "Factor bespreken", ("W5.2", "W10.5"), (FactorReviewed,))
def review_factor(state: State, act: ReviewFactor, doing: Doing) -> list[Event]:
    """The factor was looked at; what is gone comes back by a later review."""
    refuse([_KNOWN, known_people("reviewed_with")], state, act, doing)
    words = seal(ReviewWords(act.findings))
    return [FactorReviewed(doing.new_id(), words, act.factor, act.trend, act.reviewed_with)]


_DUTCH = {
    Trend.SMALLER: "wordt kleiner",
    Trend.SAME: "blijft gelijk",
    Trend.LARGER: "wordt groter",
    Trend.GONE: "speelt niet meer",
}


@catalogue.sentence(RiskReductionPlanned)
def _tell_planned(event: RiskReductionPlanned, words: Words) -> str:
    action = words.text(event.words, "action")
    return f"Om een factor kleiner te maken: {action} ({words.name(event.owner)})."


@catalogue.sentence(FactorReviewed)
def _tell_reviewed(event: FactorReviewed, words: Words) -> str:
    return f"Een factor {_DUTCH[event.trend]}. {words.text(event.words, 'findings')}".strip()


@catalogue.fold.on(RiskReductionPlanned)
def _planned(state: State, event: RiskReductionPlanned, stamp: Stamp) -> None:
    planned = Reduction(
        item=event.item,
        words=event.words,
        owner=event.owner,
        due=event.due,
        place=event.place,
        mark=Mark(stamp.event_id, stamp.effective_at),
    )
    state[Handling].reductions[event.factor].append(planned)
    state[Reaches].put(event.item, ())


@catalogue.fold.on(FactorReviewed)
def _reviewed(state: State, event: FactorReviewed, stamp: Stamp) -> None:
    review = Review(
        item=event.item,
        words=event.words,
        trend=event.trend,
        reviewed_with=event.reviewed_with,
        mark=Mark(stamp.event_id, stamp.effective_at),
    )
    state[Handling].reviews[event.factor].append(review)
    state[Reaches].put(event.item, ())
