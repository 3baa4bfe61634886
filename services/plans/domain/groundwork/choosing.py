"""The lists that a team chooses from: instruments, and forms of unsafety (W0.4, W1.2, T7).

They are settings with a first day, as terms are. A list is no fence: what is not on it is recorded
too, and stays in sight.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from services.plans.domain.catalogue import catalogue
from services.plans.domain.groundwork.risk_assessment import (
    Instrument,
    RiskAssessment,
    RiskAssessments,
)
from shared.eventbase.calendar import local_day
from shared.eventbase.obligation import Duty, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

LISTED = "instrument-van-de-lijst"
# ARIJ first: it is the usual one.
_INSTRUMENTS = catalogue.threshold("T7-instrumenten", tuple(each.value for each in Instrument))
_TERM = catalogue.threshold("T7", Term(working_days=10))
_FORMS = catalogue.threshold(
    "W0.4-vormen",
    (
        "lichamelijke mishandeling",
        "psychische mishandeling",
        "lichamelijke verwaarlozing",
        "psychische verwaarlozing",
        "seksueel misbruik",
        "getuige van geweld tussen volwassenen",
        "geweld tussen partners",
        "oudermishandeling",
    ),
)


def instruments(terms: Terms, day: date) -> list[Instrument]:
    """Those on the list on ``day``, in its order."""
    known = {each.value: each for each in Instrument}
    return [known[code] for code in terms.choices(_INSTRUMENTS, day) if code in known]


def forms(terms: Terms, day: date) -> tuple[str, ...]:
    """The forms of unsafety that are suggested on ``day``; any other may be named."""
    return terms.choices(_FORMS, day)


def is_listed(terms: Terms, done: RiskAssessment) -> bool:
    """Whether its instrument was on the list on the day that it was filled in."""
    return done.instrument in instruments(terms, local_day(done.at))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    every = state[RiskAssessments].all
    for place, done in enumerate(every):
        if not is_listed(terms, done):
            later = (each.mark for each in every[place:] if is_listed(terms, each))
            due_at = terms.due(_TERM, done.at)
            settled = next(later, None)
            yield Obligation(LISTED, rule_of(_TERM), done.item, done.mark, due_at, settled)


catalogue.duty(
    Duty(LISTED, "W1.2", "een risicotaxatie doen met een instrument van de lijst", _owed)
)
