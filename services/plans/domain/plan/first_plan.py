"""The clock of acute unsafety: a first plan, at once (W3.1, W3.4, R02)."""

from __future__ import annotations

from collections.abc import Iterator

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.unsafety import Classification, Classifications
from services.plans.domain.plan.versions import Versions
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

FIRST_PLAN = "eerste-plan-vaststellen"
_TERM = catalogue.threshold("R02", Term(hours=24))
_SUPERVISOR = catalogue.threshold("R02-leidinggevende", Term(hours=8))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for judged in state[Classifications].turned_acute:
        due_at = terms.due(_TERM, judged.since)
        settled = _made_since(state, judged)
        rule, told_at = rule_of(_TERM), terms.due(_SUPERVISOR, judged.since)
        yield Obligation(FIRST_PLAN, rule, judged.item, judged.mark, due_at, settled, told_at)


def _made_since(state: State, judged: Classification) -> Mark | None:
    # A plan that was there already answers it once it has been adjusted to what was judged (W3.4).
    made = (version.mark for version in state[Versions].all if version.made_at >= judged.since)
    return next(made, None)


catalogue.duty(Duty(FIRST_PLAN, "W3.1", "een plan vaststellen dat nu veiligheid geeft", _owed))
