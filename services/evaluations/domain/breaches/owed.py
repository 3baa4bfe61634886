"""Judging what is claimed, and adjusting the plan to what is so (W9.2, R26, R23)."""

from __future__ import annotations

from collections.abc import Iterator

from services.evaluations.domain.breaches.claims import Claims
from services.evaluations.domain.breaches.findings import Findings, confirmed_claims
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.safety import Safety
from services.evaluations.domain.terms import ADJUST_AFTER_INCIDENT, ADJUST_WHEN_ACUTE
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

JUDGEMENT, ADJUSTMENT = "niet-nakomen-beoordelen", "bijstellen-na-niet-nakomen"
_JUDGE = catalogue.threshold("R26", Term(working_days=5))


def _judgements(state: State, terms: Terms) -> Iterator[Obligation]:
    for breach, claim in state[Claims].all.items():
        found = state[Findings].of(breach)
        yield Obligation(
            JUDGEMENT,
            rule_of(_JUDGE),
            breach,
            Mark(claim.mark.event_id, claim.heard_at),
            terms.due(_JUDGE, claim.heard_at),
            found[0].mark if found else None,
        )


def _adjustments(state: State, terms: Terms) -> Iterator[Obligation]:
    for claim, finding in confirmed_claims(state):
        acute = state[Safety].is_acute_at(finding.mark.at)
        term = ADJUST_WHEN_ACUTE if acute else ADJUST_AFTER_INCIDENT
        breach = claim.event.breach
        # The plan may have been adjusted before the finding: what is unsafe does not wait for it.
        version = state[Plan].caused_by(breach)
        settled = version.mark if version is not None else None
        due_at = terms.due(term, finding.mark.at)
        rule, opened = rule_of(term), finding.mark
        yield Obligation(ADJUSTMENT, rule, breach, opened, due_at, settled, due_at)


catalogue.duty(
    Duty(JUDGEMENT, "W9.2", "beoordelen of de afspraak is nagekomen", _judgements),
    Duty(ADJUSTMENT, "W9.2", "het plan bijstellen na niet nakomen", _adjustments),
)
