"""Whether there is work on the factors: recorded, planned, and moving (R31, R32, W10.5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.complicating_factors import ComplicatingFactors
from services.plans.domain.course.factors import Handling, Trend
from services.plans.domain.course.marks import earliest
from services.plans.domain.course.phases import Phase, safety_phases
from services.plans.domain.course.risk_factors import RiskFactors
from services.plans.domain.plan.closing import Closing
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

RECORD, REDUCE, MOVE = "risicofactoren-vastleggen", "risicofactor-aanpakken", "factor-voortgang"
_RECORDED = catalogue.threshold("R31", Term(weeks=4))
_PLANNED = catalogue.threshold("R32", Term(weeks=2))
_MOVED = catalogue.threshold("R32-stilstand", Term(days=90))


class Touch(msgspec.Struct, frozen=True):
    """One time that a factor was worked on; ``over``: it was found to be gone."""

    mark: Mark
    over: bool = False


def touches(state: State) -> dict[UUID, list[Touch]]:
    """Per factor when it was found, planned for and reviewed, oldest first."""
    found = {item: factor.mark for item, factor in state[RiskFactors].all.items()}
    found |= {item: factor.mark for item, factor in state[ComplicatingFactors].all.items()}
    return {item: _touched(state, item, mark) for item, mark in found.items()}


def _touched(state: State, factor: UUID, found: Mark) -> list[Touch]:
    handling = state[Handling]
    planned = [Touch(r.mark) for r in handling.reductions.get(factor, ())]
    reviewed = [Touch(r.mark, r.trend is Trend.GONE) for r in handling.reviews.get(factor, ())]
    return sorted([Touch(found), *planned, *reviewed], key=lambda touch: touch.mark.at)


def is_gone(state: State, factor: UUID) -> bool:
    """Whether the last review says so."""
    reviews = state[Handling].reviews.get(factor, [])
    return bool(reviews) and reviews[-1].trend is Trend.GONE


def standing_still(state: State, terms: Terms, at: datetime) -> dict[UUID, Mark]:
    """The factors that nobody worked on for too long, and the last time that somebody did."""
    if state[Closing].closed is not None:
        return {}
    last = {factor: found[-1] for factor, found in touches(state).items()}
    still = {f: t.mark for f, t in last.items() if not is_gone(state, f)}
    return {f: mark for f, mark in still.items() if terms.due(_MOVED, mark.at) <= at}


def _to_record(state: State, terms: Terms) -> Iterator[Obligation]:
    first = earliest(*(factor.mark for factor in state[RiskFactors].all.values()))
    for span in safety_phases(state):
        known = first is not None and first.at <= span.since.at
        if span.phase is Phase.STABILITY and not known:
            due_at = terms.due(_RECORDED, span.since.at)
            settled = earliest(first, span.until)
            yield Obligation(RECORD, rule_of(_RECORDED), None, span.since, due_at, settled)


def _to_reduce(state: State, terms: Terms) -> Iterator[Obligation]:
    handling = state[Handling]
    for factor in state[RiskFactors].all.values():
        planned = [r.mark for r in handling.reductions.get(factor.item, ())]
        gone = [r.mark for r in handling.reviews.get(factor.item, ()) if r.trend is Trend.GONE]
        settled = earliest(*planned, *gone, state[Closing].mark)
        due_at = terms.due(_PLANNED, factor.mark.at)
        rule = rule_of(_PLANNED)
        yield Obligation(REDUCE, rule, factor.item, factor.mark, due_at, settled)


def _to_move(state: State, terms: Terms) -> Iterator[Obligation]:
    for factor, found in touches(state).items():
        later = [touch.mark for touch in found[1:]]
        for touch, following in zip(found, [*later, None], strict=True):
            if not touch.over:
                due_at = terms.due(_MOVED, touch.mark.at)
                settled = earliest(following, state[Closing].mark)
                rule = rule_of(_MOVED)
                yield Obligation(MOVE, rule, factor, touch.mark, due_at, settled)


catalogue.duty(
    Duty(RECORD, "W5.2", "vastleggen welke risicofactoren er zijn", _to_record),
    Duty(REDUCE, "W5.2", "plannen hoe een risicofactor kleiner wordt", _to_reduce),
    Duty(MOVE, "W10.5", "bespreken hoe het met een factor gaat", _to_move),
)


def _none_recorded(state: State, at: datetime) -> tuple[str, ...]:
    spans = safety_phases(state)
    stable = bool(spans) and spans[-1].phase is Phase.STABILITY and spans[-1].until is None
    return when(stable and not state[RiskFactors].all)


catalogue.flag(
    Flag("geen-risicofactoren", "W5.2", "Er zijn geen risicofactoren vastgelegd.", _none_recorded)
)
