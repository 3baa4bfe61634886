"""A consequence that was agreed follows in time, or consciously does not (W9.3, R27)."""

from __future__ import annotations

from collections.abc import Iterator

from services.evaluations.domain.breaches.claims import Claim
from services.evaluations.domain.breaches.consequences import Consequences
from services.evaluations.domain.breaches.findings import confirmed_claims
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.course.recurring import earliest
from services.evaluations.domain.followed.plan import Plan
from shared.eventbase.obligation import Duty, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

CONSEQUENCE = "consequentie-uitvoeren"
_TERM = catalogue.threshold("R27", Term(working_days=2))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for claim, finding in confirmed_claims(state):
        if not has_consequence(state, claim):
            continue
        breach = claim.event.breach
        decided = [each.mark for each in state[Consequences].of.get(breach, [])]
        due_at = terms.due(_TERM, finding.mark.at)
        yield Obligation(
            CONSEQUENCE, rule_of(_TERM), breach, finding.mark, due_at, earliest(*decided)
        )


def has_consequence(state: State, claim: Claim) -> bool:
    """Whether the agreement said, when it was not kept, what would follow."""
    item = state[Plan].item_at(claim.event.agreement, claim.mark.at)
    return item is not None and item.has_consequence


catalogue.duty(Duty(CONSEQUENCE, "W9.3", "de consequentie uitvoeren, of besluiten van niet", _owed))
