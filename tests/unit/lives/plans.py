"""Random lives of a dossier in plans, each beginning somewhere in a full history."""

from __future__ import annotations

import random
from datetime import timedelta

from services.plans.domain import catalogue
from tests.unit.lives.drawing import with_parts
from tests.unit.lives.ids import asked, kinds
from tests.unit.lives.invariants import World, world
from tests.unit.lives.life import Life
from tests.unit.plans.acts import add
from tests.unit.plans.case import PLAN, Case
from tests.unit.plans.histories import FULL

ASKED = asked(with_parts(FULL.done), kinds(FULL.history))
_ACTS, _SECOND = 40, timedelta(seconds=1)


def lived(seed: int, acts: int = _ACTS) -> tuple[Case, Life]:
    """A dossier as it came out of a random life, and that life."""
    life = Life(catalogue, FULL.done, ASKED, seed)
    case = _begun(life.rng)
    for name in ("Sanne", "Tom"):
        case.do(add(name))
    life.live(case, acts)
    return case, life


def _begun(rng: random.Random) -> Case:
    """A dossier to which the first part of a full history happened, up to a whole act."""
    cut = rng.randrange(5, len(FULL.history))
    act_id = FULL.history[cut - 1].stamp.act_id
    case = Case(first_id=100_000)
    case.history = [
        each
        for place, each in enumerate(FULL.history)
        if place < cut or each.stamp.act_id == act_id
    ]
    case.now = max(each.stamp.recorded_at or case.now for each in case.history)
    return case


def now(case: Case) -> World:
    """The dossier as it is."""
    return world(catalogue, PLAN, case.history, case.now + _SECOND)
