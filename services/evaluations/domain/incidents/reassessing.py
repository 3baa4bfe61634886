"""After a serious incident the risks are assessed anew (R05, domain.md 3.4)."""

from __future__ import annotations

from collections.abc import Iterator

from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.followed.working_on import Assessed
from services.evaluations.domain.incidents.incidents import Incidents
from services.evaluations.domain.incidents.triage import Severity, Triage
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

REASSESS = "risicotaxatie-na-voorval"
_TERM = catalogue.threshold("R05-na-voorval", Term(working_days=2))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for key, incident in state[Incidents].all.items():
        judged = (a for a in state[Triage].of.get(key, ()) if a.event.severity is Severity.SERIOUS)
        serious = min((a.mark for a in judged), key=_when, default=None)
        if serious is not None:
            since = incident.heard_at
            done = [mark for mark in state[Assessed].marks if mark.at >= since]
            settled = min(done, key=_when, default=None)
            due_at = terms.due(_TERM, serious.at)
            yield Obligation(REASSESS, rule_of(_TERM), key, serious, due_at, settled)


def _when(mark: Mark) -> tuple[object, ...]:
    return mark.at, mark.event_id


catalogue.duty(Duty(REASSESS, "W1.2", "na dit voorval de risicotaxatie opnieuw doen", _owed))
