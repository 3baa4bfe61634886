"""Obligations: what must still be done, opened by one event and settled by another (design 1).

Nothing of this is stored. It follows from the state, so it is the same whatever order the
events came in, and a version that arrives before its cause settles it on arrival.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.evaluations.domain.evaluations import Evaluations
from services.evaluations.domain.incidents import Incident, Incidents
from services.evaluations.domain.plan import Mark, Plan
from services.evaluations.domain.rhythm import turns
from services.evaluations.domain.terms import (
    ADJUST_AFTER_EVALUATION,
    ADJUST_AFTER_INCIDENT,
    ADJUST_WHEN_ACUTE,
    ASSESS_INCIDENT,
    ASSESS_WHEN_WORSENED,
    EVALUATE_RULE,
    Term,
)
from services.evaluations.domain.triage import Assessed, Severity, Triage
from shared.eventbase.state import State


class Duty(enum.Enum):
    """What must be done: assess an incident, adjust the plan, evaluate (R25, R22, R23, W8.2)."""

    ASSESSMENT = "assessment-due"
    ADJUSTMENT = "adjustment-due"
    EVALUATION = "evaluation-due"


class Obligation(msgspec.Struct, frozen=True):
    """One thing to do. ``about``: the evaluation or incident it is for; ``rule``: its W/R id."""

    duty: Duty
    rule: str
    about: UUID | None
    opened: Mark
    due_at: datetime
    settled: Mark | None = None

    def overdue(self, at: datetime) -> bool:
        """Whether it was still open at ``at`` and too late (derived at V, never stored)."""
        return self.settled is None and at >= self.due_at

    @property
    def settled_late(self) -> bool:
        """Whether it was done, but too late."""
        return self.settled is not None and self.settled.at >= self.due_at


def obligations_at(state: State, at: datetime) -> list[Obligation]:
    """The obligations that there were at V: what happened before may be heard of later."""
    return [each for each in obligations(state) if each.opened.at <= at]


def obligations(state: State) -> list[Obligation]:
    """Every obligation of a plan, open and settled, the earliest opened first."""
    found = [*_assessments(state), *_after_evaluations(state), *_after_incidents(state)]
    found.extend(_evaluations(state))
    return sorted(found, key=lambda each: (each.opened.at, each.due_at, each.duty.value))


def _assessments(state: State) -> Iterator[Obligation]:
    for incident in state[Incidents].all.values():
        term = ASSESS_WHEN_WORSENED if incident.event.safety_worsened else ASSESS_INCIDENT
        assessed = _first(state, incident)
        yield Obligation(
            Duty.ASSESSMENT,
            term.rule,
            incident.event.incident,
            Mark(incident.event_id, incident.heard_at),
            term.due(incident.heard_at),
            assessed.mark if assessed else None,
        )


def _after_evaluations(state: State) -> Iterator[Obligation]:
    for evaluation, completed in state[Evaluations].completed.items():
        if evaluation in state[Evaluations].all:
            yield _adjustment(state, evaluation, completed, ADJUST_AFTER_EVALUATION)


def _after_incidents(state: State) -> Iterator[Obligation]:
    for incident in state[Incidents].all.values():
        first = _first(state, incident)
        if first is not None:
            held = state[Triage].of[incident.event.incident]
            due = [_adjustment(state, a.event.incident, a.mark, _term(state, a)) for a in held]
            strictest = min(due, key=lambda each: each.due_at)
            yield msgspec.structs.replace(strictest, opened=first.mark)


def _first(state: State, incident: Incident) -> Assessed | None:
    judged = state[Triage].of.get(incident.event.incident, [])
    return min(judged, key=lambda assessed: assessed.mark.at, default=None)


def _term(state: State, assessed: Assessed) -> Term:
    serious = assessed.event.severity is Severity.SERIOUS
    acute = serious or state[Plan].is_acute_at(assessed.mark.at)
    return ADJUST_WHEN_ACUTE if acute else ADJUST_AFTER_INCIDENT


def _adjustment(state: State, cause: UUID, opened: Mark, term: Term) -> Obligation:
    # Only a version that names this cause: another evaluation's must not swallow it (W8.3).
    version = state[Plan].caused_by(cause)
    settled = version.mark if version is not None else None
    return Obligation(Duty.ADJUSTMENT, term.rule, cause, opened, term.due(opened.at), settled)


def _evaluations(state: State) -> Iterator[Obligation]:
    for turn in turns(state):
        yield Obligation(
            Duty.EVALUATION, EVALUATE_RULE, None, turn.opened, turn.due_at, turn.closed
        )
