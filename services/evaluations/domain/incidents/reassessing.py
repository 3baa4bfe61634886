"""After a serious incident the risks are assessed anew (R05, domain.md 3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.course.recurring import earliest
from services.evaluations.domain.followed.working_on import Assessed
from services.evaluations.domain.incidents.incidents import Incidents
from services.evaluations.domain.incidents.triage import Severity, Triage
from shared.eventbase.obligation import Duty, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

REASSESS = "risicotaxatie-na-voorval"
_TERM = catalogue.threshold("R05-na-voorval", Term(working_days=2))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for key, incident in state[Incidents].all.items():
        judged = (a for a in state[Triage].of.get(key, ()) if a.event.severity is Severity.SERIOUS)
        serious = earliest(*(a.mark for a in judged))
        if serious is not None:
            since = incident.heard_at
            settled = earliest(*(mark for mark in state[Assessed].marks if mark.at >= since))
            due_at = terms.due(_TERM, serious.at)
            yield Obligation(REASSESS, rule_of(_TERM), key, serious, due_at, settled)


catalogue.duty(Duty(REASSESS, "W1.2", "na dit voorval de risicotaxatie opnieuw doen", _owed))
