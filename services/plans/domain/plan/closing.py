"""Closing a plan, against the picture of good enough (W0.6, R40)."""

from __future__ import annotations

import enum
from datetime import date, datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.plan.closing_evidence import EVIDENCE, ChildHeard
from services.plans.domain.plan.versions import Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.obligation import Mark
from shared.eventbase.reach import Reaches
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import Item, Sealed, seal
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class GoodEnough(enum.Enum):
    """How the situation compares with the picture of good enough."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"


class GoodEnoughWords(msgspec.Struct, frozen=True):
    """How it looks when it is good enough."""

    text: str


class ClosingWords(msgspec.Struct, frozen=True):
    """How it ended, compared with good enough, and who keeps an eye on it afterwards."""

    outcome: str
    comparison: str
    follow_up: str
    reason_not_informed: str | None = None


class GoodEnoughDescribed(Event, frozen=True):
    """The picture of good enough was recorded, for these people or else for all (W0.6)."""

    TOPIC = "plan.good-enough-described"
    NAME = "goed-genoeg-beschreven"
    PARAGRAPHS = ("W0.6",)

    item: UUID
    words: Item[GoodEnoughWords]
    for_people: tuple[UUID, ...] = ()


class PlanClosed(Event, frozen=True):
    """The plan was closed by a person (W0.6, R40). None: it was not said."""

    TOPIC = "plan.closed"
    NAME = "plan-afgesloten"
    PARAGRAPHS = ("W0.6",)

    item: UUID
    words: Item[ClosingWords]
    good_enough: GoodEnough
    follow_up_until: date | None = None
    children: tuple[ChildHeard, ...] | None = None
    informed: bool | None = None


class DescribeGoodEnough(Act, frozen=True, kw_only=True):
    """Records at which picture the plan may close: for these children, or else for all."""

    text: str
    for_people: tuple[UUID, ...] = ()


class ClosePlan(Act, frozen=True, kw_only=True):
    """Closes the plan: outcome, comparison with good enough, and the follow-up arrangement.

    ``children``: when each was last spoken to, none when there are none; ``informed``: whether
    everybody was told.
    """

    good_enough: GoodEnough
    outcome: str
    comparison: str
    follow_up: str
    follow_up_until: date | None = None
    children: tuple[ChildHeard, ...] | None = None
    informed: bool | None = None
    reason_not_informed: str | None = None


class Picture(msgspec.Struct, frozen=True):
    """When it is good enough for one child, or for all, and since when that is the picture."""

    item: UUID
    words: Sealed[GoodEnoughWords]
    at: datetime


class Closing:
    """The pictures of good enough, and the closing if there was one; a part of the state.

    ``pictures``: one per person side by side, and under None the one that is for all.
    """

    def __init__(self) -> None:
        self.pictures: dict[UUID | None, Picture] = {}
        self.mark: Mark | None = None
        self.closed: PlanClosed | None = None

    @property
    def closed_at(self) -> datetime | None:
        """When it was closed."""
        return self.mark.at if self.mark is not None else None


NOT_CLOSED = Rule(
    "plan-afgesloten",
    "W0.6",
    "Dit plan is afgesloten.",
    lambda state, act, doing: when(state[Closing].closed),
)
_RULES = (
    NOT_CLOSED,
    Rule(
        "afsluiten-zonder-plan",
        "W0.6",
        "Er is geen vastgesteld plan om af te sluiten.",
        lambda state, act, doing: when(state[Versions].current is None),
    ),
    Rule(
        "afsluiten-zonder-goed-genoeg",
        "W0.6",
        "Er is geen goed-genoeg-situatie vastgelegd.",
        lambda state, act, doing: when(not state[Closing].pictures),
    ),
    *EVIDENCE,
)


@catalogue.act(DescribeGoodEnough, "Goed-genoeg beschrijven", ("W0.6",), (GoodEnoughDescribed,))
def describe_good_enough(state: State, act: DescribeGoodEnough, doing: Doing) -> list[Event]:
    """The picture is recorded; it replaces an earlier one of the same people."""
    refuse([known_people("for_people")], state, act, doing)
    return [GoodEnoughDescribed(doing.new_id(), seal(GoodEnoughWords(act.text)), act.for_people)]


@catalogue.act(ClosePlan, "Plan afsluiten", ("W0.6",), (PlanClosed,), guarded=True)
def close_plan(state: State, act: ClosePlan, doing: Doing) -> list[Event]:
    """The plan is closed."""
    refuse(_RULES, state, act, doing)
    said = ClosingWords(act.outcome, act.comparison, act.follow_up, act.reason_not_informed)
    return [
        PlanClosed(
            doing.new_id(),
            seal(said),
            act.good_enough,
            act.follow_up_until,
            act.children,
            act.informed,
        )
    ]


@catalogue.sentence(GoodEnoughDescribed)
def _tell_described(event: GoodEnoughDescribed, words: Words) -> str:
    whom = f" voor {words.names(event.for_people)}" if event.for_people else ""
    return f"Het is goed genoeg{whom} als: {words.text(event.words, 'text')}"


@catalogue.sentence(PlanClosed)
def _tell_closed(event: PlanClosed, words: Words) -> str:
    return f"Het plan is afgesloten. {words.text(event.words, 'outcome')}".strip()


@catalogue.fold.on(GoodEnoughDescribed)
def _described(state: State, event: GoodEnoughDescribed, stamp: Stamp) -> None:
    described = Picture(event.item, event.words, stamp.effective_at)
    for person in event.for_people or (None,):
        state[Closing].pictures[person] = described
    state[Reaches].put(event.item, ())


@catalogue.fold.on(PlanClosed)
def _closed(state: State, event: PlanClosed, stamp: Stamp) -> None:
    state[Closing].closed = event
    state[Closing].mark = Mark(stamp.event_id, stamp.effective_at)
