"""When a risk assessment is due: at each suspicion, when acute, and again (W1.2, R05)."""

from __future__ import annotations

from collections.abc import Iterator

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.asked import asked
from services.plans.domain.groundwork.risk_assessment import RiskAssessments
from services.plans.domain.plan.closing import Closing
from shared.eventbase.obligation import Duty, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

ASSESS = "risicotaxatie-invullen"
REASSESS = "risicotaxatie-herhalen"
_ACUTE = catalogue.threshold("R05-acuut", Term(working_days=2))
_OTHER = catalogue.threshold("R05-overig", Term(working_days=10))
_AGAIN = catalogue.threshold("R05-herhalen", Term(months=6))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    marks = [done.mark for done in state[RiskAssessments].all]
    for each in asked(state):
        term = _ACUTE if each.acute else _OTHER
        due_at = terms.due(term, each.mark.at)
        answer = each.answer(marks)
        yield Obligation(ASSESS, rule_of(term), each.item, each.mark, due_at, answer)


def _again(state: State, terms: Terms) -> Iterator[Obligation]:
    done, closed_at = state[RiskAssessments].all, state[Closing].closed_at
    for each, following in zip(done, [*done[1:], None], strict=False):
        due_at = terms.due(_AGAIN, each.at)
        settled = following.mark if following is not None else None
        if settled is not None or closed_at is None or due_at <= closed_at:
            rule = rule_of(_AGAIN)
            yield Obligation(REASSESS, rule, each.item, each.mark, due_at, settled)


catalogue.duty(
    Duty(ASSESS, "W1.2", "een risicotaxatie-instrument invullen", _owed),
    Duty(REASSESS, "W1.2", "de risicotaxatie opnieuw doen", _again),
)
