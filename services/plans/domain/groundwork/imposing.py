"""Recording measures, and the plan that must be ready before one ends (R16, R17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import known_people
from services.plans.domain.groundwork.measures import (
    ImposeMeasure,
    Measure,
    MeasureEndMoved,
    MeasureEndWords,
    MeasureImposed,
    MeasureKind,
    Measures,
    MeasureWords,
    MoveMeasureEnd,
    lasts,
)
from services.plans.domain.plan.agreements import Agreement, Agreements, Purpose
from services.plans.domain.plan.versions import Versions
from shared.eventbase.calendar import local_day
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sealed import seal
from shared.eventbase.state import State
from shared.eventbase.terms import Terms

READY = "plan-na-huisverbod"
_DAYS_BEFORE = catalogue.threshold("R16", 2)
_A_YEAR = timedelta(days=366)


def _of(state: State, act: Any) -> tuple[MeasureKind, datetime] | None:
    if isinstance(act, ImposeMeasure):
        return act.kind, act.begins
    known = state[Measures].imposed.get(act.measure)
    return None if known is None else (known.kind, known.begins)


def _backwards(state: State, act: Any, doing: Doing) -> tuple[str, ...]:
    found = _of(state, act)
    return when(found and act.ends <= found[1])


def _too_long(state: State, act: Any, doing: Doing) -> list[str]:
    found = _of(state, act)
    longest = found and found[0].longest
    return [str(longest.days)] if found and longest and lasts(found[1], act.ends) > longest else []


_KNOWN = Rule(
    "maatregel-onbekend",
    "R16",
    "Deze maatregel staat niet (meer) in dit dossier.",
    lambda state, act, doing: when(act.measure not in state[Measures].imposed),
)
_FORWARD = Rule(
    "maatregel-eindigt-voor-begin",
    "R16",
    "Een maatregel eindigt niet voordat zij begint.",
    _backwards,
)
_WITHIN_THE_LAW = Rule(
    "maatregel-te-lang",
    "R16",
    "Deze maatregel duurt hoogstens {} dagen, ook na verlenging.",
    _too_long,
)
_NEAR = Rule(
    "maatregel-begint-ver-weg",
    "R16",
    "Een maatregel begint niet meer dan een jaar na vandaag. Kijk het begin na.",
    lambda state, act, doing: when(act.begins - doing.now > _A_YEAR),
)


@catalogue.act(ImposeMeasure, "Maatregel vastleggen", ("R16", "R17"), (MeasureImposed,))
def impose_measure(state: State, act: ImposeMeasure, doing: Doing) -> list[Event]:
    """From now the plan reckons with it."""
    refuse([known_people("on", "protects"), _FORWARD, _WITHIN_THE_LAW, _NEAR], state, act, doing)
    words = seal(MeasureWords(act.decided_by, act.conditions, act.reference))
    return [
        MeasureImposed(doing.new_id(), words, act.kind, act.on, act.protects, act.begins, act.ends)
    ]


@catalogue.act(MoveMeasureEnd, "Einde van maatregel wijzigen", ("R16", "R17"), (MeasureEndMoved,))
def move_measure_end(state: State, act: MoveMeasureEnd, doing: Doing) -> list[Event]:
    """The measure ends at another moment; what was decided before stays readable."""
    refuse([_KNOWN, _FORWARD, _WITHIN_THE_LAW], state, act, doing)
    words = seal(MeasureEndWords(act.reason))
    return [MeasureEndMoved(doing.new_id(), words, act.measure, act.ends)]


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for measure in state[Measures].all:
        if measure.kind is MeasureKind.RESTRAINING_ORDER:
            said = measure.last_mark
            before = timedelta(days=terms.number(_DAYS_BEFORE, local_day(measure.ends)))
            opened = Mark(said.event_id, max(said.at, measure.ends - before))
            settled = _ready(state, measure)
            yield Obligation(READY, "R16", measure.item, opened, measure.ends, settled)


def _ready(state: State, measure: Measure) -> Mark | None:
    """The first version with an agreement that binds whoever had the order once it is over."""
    after = [a for a in state[Agreements].standing if _holds_after(a, measure)]
    changed = min((agreement.changed for agreement in after), default=None)
    if changed is None:
        return None
    made = (version.mark for version in state[Versions].all if version.at_version >= changed)
    return next(made, None)


def _holds_after(agreement: Agreement, measure: Measure) -> bool:
    day = local_day(measure.ends)
    past = agreement.valid_until is None or agreement.valid_until > day
    binds = not set(agreement.responsible).isdisjoint(measure.on)
    return agreement.purpose is Purpose.DIRECT_SAFETY and binds and past


catalogue.duty(
    Duty(READY, "R16", "afspreken wat geldt als het huisverbod voorbij is", _owed),
)
