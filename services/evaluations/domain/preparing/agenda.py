"""What the next evaluation is about: the plan, what is elsewhere, what is waited for (W10.4)."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.considering.repeated import BROKEN_AGAIN, UNMET
from services.evaluations.domain.followed.elsewhere import Elsewhere
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.values import ItemKind, PlanItem
from services.evaluations.domain.followed.working_on import FactorKind, Factors, Help
from shared.eventbase.obligation import Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Terms

_ENDING = catalogue.threshold("R34", 14)


class Topic(enum.Enum):
    """The kinds of point on an agenda."""

    BOTTOM_LINE = "bottom-line"
    AGREEMENT = "agreement"
    ENDING_AGREEMENT = "ending-agreement"
    ELSEWHERE = "elsewhere"
    RISK_FACTOR = "risk-factor"
    COMPLICATING_FACTOR = "complicating-factor"
    WAITING_FOR_HELP = "waiting-for-help"
    GOING_WRONG_AGAIN = "going-wrong-again"


class Point(msgspec.Struct, frozen=True):
    """One point: what it is about, since when, and whether it must be answered (W8.1, W10.4)."""

    topic: Topic
    item: UUID | None
    since: datetime | None = None
    until: date | None = None
    must: bool = False


_TOPIC = {ItemKind.BOTTOM_LINE: Topic.BOTTOM_LINE, ItemKind.AGREEMENT: Topic.AGREEMENT}
_FACTOR = {
    FactorKind.RISK: Topic.RISK_FACTOR,
    FactorKind.COMPLICATING: Topic.COMPLICATING_FACTOR,
}


def agenda(
    state: State, terms: Terms, day: date, now: datetime, owed: list[Obligation]
) -> list[Point]:
    """The points of an evaluation on ``day``, as they are at ``now``."""
    return [
        *_of_the_plan(state, terms, day),
        *_elsewhere(state, now),
        *(Point(_FACTOR[f.kind], f.item, f.since) for f in state[Factors].present),
        *(Point(Topic.WAITING_FOR_HELP, i, at) for i, at in state[Help].waiting.items()),
        *_again(owed),
    ]


def _of_the_plan(state: State, terms: Terms, day: date) -> Iterator[Point]:
    current = state[Plan].current
    soon = day + timedelta(days=terms.number(_ENDING, day))
    for item in current.made.items if current is not None else ():
        ends = item.valid_until is not None and item.valid_until <= soon
        must = item.in_force_on(day)
        if must or ends:
            yield Point(_topic(item, ends), item.item, until=item.valid_until, must=must)


def _topic(item: PlanItem, ends: bool) -> Topic:
    return Topic.ENDING_AGREEMENT if ends else _TOPIC[item.kind]


def _elsewhere(state: State, now: datetime) -> Iterator[Point]:
    for item, since in state[Elsewhere].at(now).items():
        if item not in state[Plan].items:
            yield Point(Topic.ELSEWHERE, item, since, must=True)


def _again(owed: list[Obligation]) -> Iterator[Point]:
    for each in owed:
        if each.duty in (UNMET, BROKEN_AGAIN) and each.settled is None:
            yield Point(Topic.GOING_WRONG_AGAIN, each.about, each.opened.at)
