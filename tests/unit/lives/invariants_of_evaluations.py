"""What holds between the versions of every plan, whatever people did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from services.evaluations.domain.breaches.claims import Claims
from services.evaluations.domain.breaches.consequences import ConsequenceDecided, Consequences
from services.evaluations.domain.breaches.findings import BreachJudged
from services.evaluations.domain.breaches.hearing import BreachHeard
from services.evaluations.domain.course.obligations import ADJUSTMENT
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.incidents.incidents import Incidents
from services.evaluations.domain.incidents.triage import Triage
from services.evaluations.domain.sitting.completeness import missing
from services.evaluations.domain.sitting.evaluations import Evaluations, EvaluationStarted
from services.evaluations.domain.sitting.ratings import SafetyRated
from tests.unit.lives.invariants import EVERYWHERE, Invariant, World


def _half_complete(world: World) -> list[UUID]:
    evaluations = world.state[Evaluations]
    lacking = [
        key
        for key in evaluations.completed
        if key not in evaluations.all or missing(world.state, evaluations.all[key])
    ]
    told = " ".join(p.message for p in world.open_points if p.rule == "niet-meer-volledig")
    return [key for key in lacking if str(key) not in told]


def _judged_unheard(world: World) -> set[UUID]:
    heard = {each.breach for each in world.events(BreachHeard)}
    return {each.breach for each in world.events(BreachJudged)} - heard


def _on_a_mere_claim(world: World) -> Iterator[UUID]:
    """In the order of recording: a conclusion first, and only then what follows from it."""
    confirmed: dict[UUID, bool] = {}
    for recorded in sorted(world.counted, key=lambda each: each.stamp.seq or 0):
        event = recorded.event
        if isinstance(event, BreachJudged):
            confirmed[event.breach] = confirmed.get(event.breach, False) or event.confirmed
        if isinstance(event, ConsequenceDecided) and not confirmed.get(event.breach):
            yield event.breach


def _of_no_claim(world: World) -> list[UUID]:
    of = world.state[Consequences].of
    return [breach for breach, made in of.items() if made and breach not in world.state[Claims].all]


def _not_owed_once(world: World) -> list[UUID]:
    owed = Counter(due.about for due in world.obligations if due.duty == ADJUSTMENT)
    held = world.state[Evaluations]
    return [key for key in held.completed if key in held.all and owed[key] != 1]


def _of_no_version(world: World) -> list[Any]:
    versions = world.state[Plan].versions
    return [e for e in world.state[Evaluations].all.values() if e.plan_version not in versions]


def _without_people(world: World) -> list[Any]:
    held = world.events(EvaluationStarted)
    return [
        each
        for each in held
        if not each.participants or {a.person for a in each.absent} & set(each.participants)
    ]


def _off_the_scale(world: World) -> list[Any]:
    return [
        each
        for each in world.events(SafetyRated)
        if (each.words.content.value in range(11)) is each.declined
    ]


def _judged_unknown_incident(world: World) -> set[UUID]:
    return world.state[Triage].of.keys() - world.state[Incidents].all.keys()


EVALUATIONS = (
    *EVERYWHERE,
    Invariant("what was completed is complete, or is seen not to be", "R21", _half_complete),
    Invariant("nothing is concluded unheard, or without saying why", "W9.2", _judged_unheard),
    Invariant("nothing follows from a mere claim", "W9.2", _on_a_mere_claim),
    Invariant("what follows, follows from a claim that stands", "W9.3", _of_no_claim),
    Invariant("a completed evaluation asks for one adjustment", "W8.3", _not_owed_once),
    Invariant("an evaluation judges a version that there is", "W8.1", _of_no_version),
    Invariant("somebody took part, and nobody was there and not there", "W8.1", _without_people),
    Invariant("a rating is from 0 to 10, or was declined", "S7.4", _off_the_scale),
    Invariant("only what was reported is judged", "W9.1", _judged_unknown_incident),
)
