"""Activation: the plan comes into force, along the acute or the regular path (W3.1, T1)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.plan.agreements import Agreements
from services.plans.domain.plan.bottom_lines import BottomLines
from services.plans.domain.plan.schedule import Schedules
from services.plans.domain.plan.versions import Cause, CauseKind, Path, Version, Versions
from shared.eventbase.act import Act
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event, Stamp
from shared.eventbase.rule import Rule, refuse, when
from shared.eventbase.sentence import Words
from shared.eventbase.state import State


class PlanActivated(Event, frozen=True):
    """The plan came into force: version 1 (W3.1). ``because``: the incident that led to it."""

    TOPIC = "plan.activated"
    NAME = "plan-vastgesteld"
    PARAGRAPHS = ("W3.1", "W0.8", "W8.2")

    version: int
    path: Path
    because: UUID | None = None


class ActivatePlan(Act, frozen=True, kw_only=True):
    """Puts the plan into force. The acute path asks only what protects now; the rest is flagged.

    ``because``: the incident that this first plan answers, if there was one (W9.1).
    """

    path: Path
    because: UUID | None = None


def _regular(act: ActivatePlan) -> bool:
    return act.path is Path.REGULAR


_RULES = (
    Rule(
        "plan-al-van-kracht",
        "W3.1",
        "Dit plan is al vastgesteld. Wijzig het met een bijstelling.",
        lambda state, act, doing: when(state[Versions].current),
    ),
    Rule(
        "plan-zonder-afspraken",
        "S6.4",
        "Een plan zonder afspraken zegt niemand wat te doen. Maak eerst een afspraak.",
        lambda state, act, doing: when(not state[Agreements].standing),
    ),
    Rule(
        "plan-zonder-bodemeis",
        "W0.8",
        "Stel eerst een bodemeis. Bij acute onveiligheid kan dat later.",
        lambda state, act, doing: when(_regular(act) and not state[BottomLines].standing),
    ),
    Rule(
        "plan-zonder-evaluatieritme",
        "W8.2",
        "Spreek eerst af hoe vaak en hoe wordt geëvalueerd. Bij acute onveiligheid kan dat later.",
        lambda state, act, doing: when(_regular(act) and state[Schedules].current is None),
    ),
)


@catalogue.act(ActivatePlan, "Plan vaststellen", ("W3.1",), (PlanActivated,))
def activate_plan(state: State, act: ActivatePlan, doing: Doing) -> list[Event]:
    """Version 1 is in force."""
    refuse(_RULES, state, act, doing)
    return [PlanActivated(state[Versions].next_number, act.path, act.because)]


@catalogue.sentence(PlanActivated)
def _tell(event: PlanActivated, words: Words) -> str:
    path = "Het eerste veiligheidsplan" if event.path is Path.ACUTE else "Het veiligheidsplan"
    return f"{path} is vastgesteld: versie {event.version}."


@catalogue.fold.on(PlanActivated)
def _activated(state: State, event: PlanActivated, stamp: Stamp) -> None:
    cause = Cause(CauseKind.ACTIVATION, event.because)
    version = Version(
        number=event.version,
        cause=cause,
        made_at=stamp.effective_at,
        recorded_at=stamp.recorded_at,
        at_version=stamp.version,
        made_by=stamp.actor,
        event_id=stamp.event_id,
    )
    state[Versions].all.append(version)
    state[Versions].path = event.path
