"""What the acute path leaves for later: a rhythm of evaluation and a bottom line (R18, W0.8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from services.plans.domain.catalogue import catalogue
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.schedule import Schedules
from services.plans.domain.plan.versions import Path, Versions
from shared.eventbase.calendar import AMSTERDAM
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

RHYTHM, BOTTOM_LINE = "evaluatieritme-afspreken", "bodemeis-stellen"
_TERM = catalogue.threshold("R18", Term(days=7))


def _rhythm_owed(state: State, terms: Terms) -> Iterator[Obligation]:
    yield from _owed(state, RHYTHM, rule_of(_TERM), state[Schedules].first, _latest(state, terms))


def _bottom_line_owed(state: State, terms: Terms) -> Iterator[Obligation]:
    due_at = _before_first_evaluation(state, terms)
    yield from _owed(state, BOTTOM_LINE, "W0.8", state[BottomLines].first, due_at)


def _owed(
    state: State, duty: str, rule: str, settled: Mark | None, due_at: datetime | None
) -> Iterator[Obligation]:
    versions = state[Versions]
    if not versions.all or versions.path is not Path.ACUTE or due_at is None:
        return
    opened = versions.all[0].mark
    if settled is None or settled.at > opened.at:
        yield Obligation(duty, rule, None, opened, due_at, settled)


def _latest(state: State, terms: Terms) -> datetime | None:
    versions = state[Versions].all
    return terms.due(_TERM, versions[0].made_at) if versions else None


def _before_first_evaluation(state: State, terms: Terms) -> datetime | None:
    latest, schedule = _latest(state, terms), state[Schedules].current
    if schedule is None or latest is None:
        return latest
    return min(latest, datetime.combine(schedule.first_on, time(), AMSTERDAM))


catalogue.duty(
    Duty(RHYTHM, "W8.2", "afspreken hoe vaak en hoe wordt geëvalueerd", _rhythm_owed),
    Duty(BOTTOM_LINE, "W0.8", "een bodemeis stellen, vóór de eerste evaluatie", _bottom_line_owed),
)
