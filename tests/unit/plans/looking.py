"""A look at a dossier in memory, for those with full sight: content is in the clear there."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from services.plans.domain import catalogue
from shared.access.gate import Sight
from shared.eventbase.calendar import local_day
from shared.eventbase.moment import Moment
from shared.eventbase.reach import Reaches
from tests.unit.plans.case import LATE, TERMS, WORKER, Case


def look(case: Case) -> Any:
    """What a worker sees of a dossier now."""
    state = case.state()
    return SimpleNamespace(
        state=state,
        now=state,
        history=case.history,
        moment=Moment(case.now, LATE),
        obligations=catalogue.obligations(state, TERMS),
        sight=Sight(WORKER, state[Reaches].of, _Nothing()),
        person=None,
        actor=WORKER,
        day=local_day(case.now),
        terms=TERMS,
        clocks=lambda event_id: {},
    )


class _Nothing:
    """Nothing was sealed here, so there is nothing to open."""

    def open(self, sealed: Any) -> Any:
        raise AssertionError("content is in the clear")

    compartment = open
