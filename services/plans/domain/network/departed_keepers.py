"""Promises of people who left: somebody else must take them over (W7.1, S7.1)."""

from __future__ import annotations

from datetime import datetime

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.leaving import Departures
from services.plans.domain.plan.agreements import Agreements
from shared.eventbase.rule import Flag
from shared.eventbase.state import State


def _still_promise(state: State, at: datetime) -> list[str]:
    gone = state[Departures].of
    promised = [person for a in state[Agreements].standing for person in a.responsible]
    return [str(person) for person in dict.fromkeys(promised) if person in gone]


catalogue.flag(
    Flag(
        "vertrokken-met-afspraak",
        "W7.1",
        "Persoon {} is niet meer betrokken, maar staat nog bij een afspraak.",
        _still_promise,
    )
)
