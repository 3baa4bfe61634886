"""What must still be done after evaluations and incidents, and when to evaluate (R22, R23, R25).

It follows from the state, so a version that arrives before its cause settles it on arrival.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.course.reminding import supervisor_at
from services.evaluations.domain.course.rhythm import turns
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.safety import Safety
from services.evaluations.domain.incidents.incidents import Incident, Incidents
from services.evaluations.domain.incidents.triage import Assessed, Severity, Triage
from services.evaluations.domain.sitting.evaluations import Evaluations
from services.evaluations.domain.terms import (
    ADJUST_AFTER_EVALUATION,
    ADJUST_AFTER_INCIDENT,
    ADJUST_WHEN_ACUTE,
    ASSESS_INCIDENT,
    ASSESS_WHEN_WORSENED,
    EVALUATE_RULE,
)
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Terms, rule_of

ASSESSMENT, ADJUSTMENT, EVALUATION = "voorval-beoordelen", "plan-bijstellen", "evalueren"


def _assessments(state: State, terms: Terms) -> Iterator[Obligation]:
    for incident in state[Incidents].all.values():
        # Whoever reports it says whether it is less safe, a neighbour too (W9.1, R25): a judge
        # who comes within hours is the least that this word is owed, and all that it brings about.
        # It changes no plan and no clock but its own; the reporter is not shown that clock. Who
        # cries wolf is read by the worker, under their own name and with when it was recorded.
        term = ASSESS_WHEN_WORSENED if incident.event.safety_worsened else ASSESS_INCIDENT
        assessed = _first(state, incident)
        yield Obligation(
            ASSESSMENT,
            rule_of(term),
            incident.event.incident,
            Mark(incident.event_id, incident.heard_at),
            terms.due(term, incident.heard_at),
            assessed.mark if assessed else None,
        )


def _adjustments(state: State, terms: Terms) -> Iterator[Obligation]:
    yield from _after_evaluations(state, terms)
    yield from _after_incidents(state, terms)


def _after_evaluations(state: State, terms: Terms) -> Iterator[Obligation]:
    for evaluation, completed in state[Evaluations].completed.items():
        if evaluation in state[Evaluations].all:
            due_at = terms.due(ADJUST_AFTER_EVALUATION, completed.at)
            settled = _adjusted(state, evaluation)
            rule = rule_of(ADJUST_AFTER_EVALUATION)
            yield Obligation(ADJUSTMENT, rule, evaluation, completed, due_at, settled, due_at)


def _after_incidents(state: State, terms: Terms) -> Iterator[Obligation]:
    for incident in state[Incidents].all.values():
        first = _first(state, incident)
        if first is not None:
            key = incident.event.incident
            judged = state[Triage].of[key]
            due = [_adjustment(state, terms, each, first.mark) for each in judged]
            yield min(due, key=lambda each: each.due_at)


def _adjustment(state: State, terms: Terms, assessed: Assessed, opened: Mark) -> Obligation:
    serious = assessed.event.severity is Severity.SERIOUS
    acute = serious or state[Safety].is_acute_at(assessed.mark.at)
    term = ADJUST_WHEN_ACUTE if acute else ADJUST_AFTER_INCIDENT
    due_at = terms.due(term, assessed.mark.at)
    cause = assessed.event.incident
    settled = _adjusted(state, cause)
    rule = rule_of(term)
    return Obligation(ADJUSTMENT, rule, cause, opened, due_at, settled, due_at)


def _first(state: State, incident: Incident) -> Assessed | None:
    judged = state[Triage].of.get(incident.event.incident, [])
    return min(judged, key=lambda assessed: assessed.mark.at, default=None)


def _adjusted(state: State, cause: UUID) -> Mark | None:
    # Only a version that names this cause: another evaluation's must not swallow it (W8.3).
    version = state[Plan].caused_by(cause)
    return version.mark if version is not None else None


def _evaluations(state: State, terms: Terms) -> Iterator[Obligation]:
    for turn in turns(state):
        told_at = supervisor_at(terms, turn)
        opened, closed = turn.opened, turn.closed
        yield Obligation(EVALUATION, EVALUATE_RULE, None, opened, turn.due_at, closed, told_at)


catalogue.duty(
    Duty(ASSESSMENT, "W9.1", "het voorval beoordelen", _assessments),
    Duty(ADJUSTMENT, "W8.3", "het plan bijstellen", _adjustments),
    Duty(EVALUATION, "W8.2", "evalueren", _evaluations),
)
