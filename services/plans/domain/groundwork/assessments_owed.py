"""When a risk assessment is due: on a suspicion, when acute, at turning points, again (R05)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from services.plans.domain.catalogue import catalogue
from services.plans.domain.course.escalation import Considerations
from services.plans.domain.groundwork.asked import asked
from services.plans.domain.groundwork.risk_assessment import RiskAssessments
from services.plans.domain.groundwork.unsafety import Classifications
from services.plans.domain.plan.closing import Closing
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

ASSESS = "risicotaxatie-invullen"
REASSESS = "risicotaxatie-herhalen"
REASSESS_AFTER = "risicotaxatie-bij-keerpunt"
_ACUTE = catalogue.threshold("R05-acuut", Term(working_days=2))
_OTHER = catalogue.threshold("R05-overig", Term(working_days=10))
_AGAIN = catalogue.threshold("R05-herhalen", Term(months=6))
_ESCALATED = catalogue.threshold("R05-bij-escalatie", Term(working_days=10))
_CLOSED = catalogue.threshold("R05-bij-afsluiten", Term(days=0))
_LATELY = timedelta(days=14)


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    marks = [done.mark for done in state[RiskAssessments].all]
    for each in asked(state):
        term = _ACUTE if each.acute else _OTHER
        due_at = terms.due(term, each.mark.at)
        answer = each.answer(marks)
        rule = rule_of(term)
        yield Obligation(ASSESS, rule, each.item, each.mark, due_at, answer, due_at)


def _again(state: State, terms: Terms) -> Iterator[Obligation]:
    done, closed_at = state[RiskAssessments].all, state[Closing].closed_at
    for each, following in zip(done, [*done[1:], None], strict=False):
        due_at = terms.due(_AGAIN, each.at)
        settled = following.mark if following is not None else None
        if settled is not None or closed_at is None or due_at <= closed_at:
            rule = rule_of(_AGAIN)
            yield Obligation(REASSESS, rule, each.item, each.mark, due_at, settled)


def _after(state: State, terms: Terms) -> Iterator[Obligation]:
    rule, marks = rule_of(_ESCALATED), [done.mark for done in state[RiskAssessments].all]
    for considered in state[Considerations].all:
        mark, due_at = considered.mark, terms.due(_ESCALATED, considered.mark.at)
        # What was assessed shortly before was assessed for this.
        yield Obligation(
            REASSESS_AFTER, rule, considered.event.item, mark, due_at, _lately(marks, mark)
        )
    closed = state[Closing].mark
    if closed is not None and state[Classifications].all:
        due_at = terms.due(_CLOSED, closed.at)
        yield Obligation(REASSESS_AFTER, rule, None, closed, due_at, _lately(marks, closed))


def _lately(marks: list[Mark], since: Mark) -> Mark | None:
    return next((mark for mark in marks if mark.at >= since.at - _LATELY), None)


catalogue.duty(
    Duty(ASSESS, "W1.2", "een risicotaxatie-instrument invullen", _owed),
    Duty(REASSESS, "W1.2", "de risicotaxatie opnieuw doen", _again),
    Duty(REASSESS_AFTER, "W1.2", "de risicotaxatie opnieuw doen bij dit keerpunt", _after),
)
