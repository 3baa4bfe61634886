"""When a colleague must be consulted: on each suspicion, and around a first plan (W1, W3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.asked import Asked, asked, asked_by
from services.plans.domain.groundwork.consultation import Consultations
from services.plans.domain.groundwork.unsafety import Classifications
from services.plans.domain.plan.versions import Path, Versions
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.rule import Flag, when
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

CONSULT = "collega-raadplegen"
_ACUTE = catalogue.threshold("R01-acuut", Term(days=0))
_AFTER_PLAN = catalogue.threshold("R01-eerste-plan", Term(hours=4))
_OTHER = catalogue.threshold("R01-overig", Term(working_days=5))


def _marks(state: State) -> list[Mark]:
    return [held.mark for held in state[Consultations].all]


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    marks = _marks(state)
    for each in asked(state):
        due_at = _acute_due(state, terms, each) if each.acute else terms.due(_OTHER, each.mark.at)
        rule = rule_of(_OTHER)
        yield Obligation(CONSULT, rule, each.item, each.mark, due_at, each.answer(marks))


def _acute_due(state: State, terms: Terms, each: Asked) -> datetime:
    """The same day, and within hours of the plan that was made for it (R01)."""
    same_day = terms.due(_ACUTE, each.mark.at)
    made = (v.made_at for v in state[Versions].all if v.made_at >= each.mark.at)
    after_plan = (terms.due(_AFTER_PLAN, at) for at in made)
    return min(same_day, next(after_plan, same_day))


def _plan_alone(state: State, at: datetime) -> tuple[str, ...]:
    versions, turned = state[Versions], state[Classifications].turned_acute
    marks = _marks(state)
    consulted = asked_by(turned[-1]).answer(marks) if turned else marks
    return when(versions.current and versions.path is Path.ACUTE and not consulted)


catalogue.duty(Duty(CONSULT, "W1.1", "een andere bevoegde collega raadplegen", _owed))
catalogue.flag(
    Flag(
        "eerste-plan-zonder-raadpleging",
        "W3.1",
        "Het eerste plan is gemaakt zonder een bevoegde collega te raadplegen. Doe dat alsnog.",
        _plan_alone,
    )
)
