"""Random lives of a plan in evaluations, while plans goes on making versions."""

from __future__ import annotations

import random
from datetime import timedelta

from services.evaluations.domain import catalogue
from services.evaluations.domain.followed.events import (
    LeadAssigned,
    PersonJoined,
    PlanEnded,
    TakenBack,
    UnsafetyJudged,
)
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.values import Cause, CauseKind, PartyKind, Unsafety
from services.evaluations.domain.incidents.incidents import Incidents
from services.evaluations.domain.sitting.evaluations import Evaluations
from shared.eventbase.event import Event
from tests.unit.evaluations.case import ITEMS, PLAN, Case, evaluated, family, uid, version
from tests.unit.evaluations.test_fold import WHOLE
from tests.unit.lives.drawing import with_parts
from tests.unit.lives.ids import asked, kinds
from tests.unit.lives.invariants import World, world
from tests.unit.lives.life import Life, people

ASKED = asked(with_parts(WHOLE.done), kinds(WHOLE.history))
_ACTS, _SECOND = 60, timedelta(seconds=1)
_ENDS, _SITS = 0.02, 0.3


def lived(seed: int, acts: int = _ACTS) -> tuple[Case, Life]:
    """A plan as it came out of a random life, and that life."""
    life = Life(catalogue, WHOLE.done, ASKED, seed)
    case = _begun(life.rng)
    life.live(case, acts, lambda: _goes_on(case, life.rng))
    life.accepted.update(type(act).__name__ for act in case.done)
    return case, life


def _begun(rng: random.Random) -> Case:
    """A new plan; or one to which the first part of a whole history happened."""
    if rng.random() < 0.3:
        return family(acute=rng.random() < 0.5)
    case = Case(first_id=100_000)
    case.history = WHOLE.history[: rng.randrange(10, len(WHOLE.history))]
    case.now = max(each.stamp.recorded_at or case.now for each in case.history)
    return case


def _goes_on(case: Case, rng: random.Random) -> None:
    """People sit together; or something arrives of what happened in plans some time ago."""
    if rng.random() < _SITS and case.state()[Plan].ended is None:
        evaluated(case, f"{case.now:%Y-%m-%d %H:%M}")
    happened = case.now - timedelta(hours=rng.randrange(100))
    case.follow(_news(case, rng), f"{happened:%Y-%m-%d %H:%M}", f"{case.now:%Y-%m-%d %H:%M}")


def _news(case: Case, rng: random.Random) -> Event:
    state = case.state()
    known = people(case.history)
    if rng.random() < _ENDS:
        return PlanEnded()
    joined = [each.stamp.event_id for each in case.history if isinstance(each.event, LeadAssigned)]
    return rng.choice(
        [
            version(max(state[Plan].versions, default=0) + 1, _cause(case, rng), _items(rng)),
            PersonJoined(uid(rng.randrange(500, 900)), rng.choice(list(PartyKind)), ()),
            UnsafetyJudged(rng.choice(list(Unsafety))),
            LeadAssigned(rng.choice(known)),
            TakenBack(rng.choice(joined or [uid(1)])),
        ]
    )


def _cause(case: Case, rng: random.Random) -> Cause:
    state = case.state()
    evaluations, incidents = list(state[Evaluations].all), list(state[Incidents].all)
    causes = [Cause(CauseKind.REQUEST), Cause(CauseKind.INCIDENT, uid(999))]
    causes += [Cause(CauseKind.EVALUATION, each) for each in evaluations]
    return rng.choice(causes + [Cause(CauseKind.INCIDENT, each) for each in incidents])


def _items(rng: random.Random) -> tuple[object, ...]:
    return tuple(rng.sample(ITEMS, rng.randrange(1, len(ITEMS) + 1)))


def now(case: Case) -> World:
    """The plan as it is."""
    return world(catalogue, PLAN, case.history, case.now + _SECOND)
