"""What goes wrong twice asks for a consideration: bottom lines and agreements (R12, R28)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from uuid import UUID

from services.evaluations.domain.breaches.findings import confirmed_claims
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.considering.considerations import Considerations
from services.evaluations.domain.course.recurring import as_it_happened, earliest
from services.evaluations.domain.followed.values import ItemKind
from services.evaluations.domain.sitting.assessments import Assessments, Verdict
from services.evaluations.domain.sitting.evaluations import Evaluation, Evaluations, judged_items
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

UNMET, BROKEN_AGAIN = "onvervulde-bodemeis-afwegen", "herhaald-niet-nakomen-afwegen"
_CONSIDER_UNMET = catalogue.threshold("R12", Term(working_days=2))
_SUPERVISOR = catalogue.threshold("R12-leidinggevende", Term(working_days=5))
_CONSIDER_BROKEN = catalogue.threshold("R28", Term(working_days=2))
_TWICE_WITHIN = catalogue.threshold("R28-tweemaal-binnen", Term(weeks=8))


def _unmet(state: State, terms: Terms) -> Iterator[Obligation]:
    completed = state[Evaluations].completed
    held = [e for e in state[Evaluations].all.values() if e.evaluation in completed]
    ordered = sorted(held, key=lambda evaluation: as_it_happened(evaluation.started))
    for before, after in pairwise(ordered):
        for item in sorted(_not_met(state, before) & _not_met(state, after)):
            opened = completed[after.evaluation]
            yield _to_consider(state, terms, UNMET, _CONSIDER_UNMET, item, opened)


def _not_met(state: State, evaluation: Evaluation) -> set[UUID]:
    lines = {
        item.item for item in judged_items(state, evaluation) if item.kind is ItemKind.BOTTOM_LINE
    }
    assessed = state[Assessments].of.get(evaluation.evaluation, {})
    return {i for i in lines if i in assessed and assessed[i].event.verdict is Verdict.NO}


def _broken_again(state: State, terms: Terms) -> Iterator[Obligation]:
    last: dict[UUID, Mark] = {}
    for claim, finding in confirmed_claims(state):
        agreement, mark = claim.event.agreement, claim.mark
        before = last.get(agreement)
        if before is not None and mark.at < terms.due(_TWICE_WITHIN, before.at):
            yield _to_consider(
                state, terms, BROKEN_AGAIN, _CONSIDER_BROKEN, agreement, finding.mark
            )
        last[agreement] = mark


def _to_consider(
    state: State, terms: Terms, duty: str, term: str, item: UUID, opened: Mark
) -> Obligation:
    considered = [each.mark for each in state[Considerations].of.get(item, [])]
    settled = earliest(*(mark for mark in considered if mark.at >= opened.at))
    told_at = terms.due(_SUPERVISOR, opened.at)
    due_at = terms.due(term, opened.at)
    return Obligation(duty, rule_of(term), item, opened, due_at, settled, told_at)


catalogue.duty(
    Duty(UNMET, "W10.2", "afwegen wat er nu nodig is voor deze bodemeis", _unmet),
    Duty(BROKEN_AGAIN, "W9.2", "afwegen wat er nu nodig is voor deze afspraak", _broken_again),
)
