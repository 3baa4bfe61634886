"""Which versions were somebody's as of a moment in the past (W8.4, R52)."""

from __future__ import annotations

import random
from uuid import UUID

import pytest

from services.plans.domain import catalogue
from services.plans.domain.family.people import People
from services.plans.domain.plan.versions import Versions
from services.plans.views.looking import DossierLook
from services.plans.views.versions import papers, versions_of
from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.eventbase.event import Recorded
from shared.eventbase.moment import Moment
from shared.eventbase.state import State
from shared.web.refusals import UnknownPlan
from shared.web.view import Reading
from tests.unit.lives.asking import Shelf, boxed
from tests.unit.plans.case import LATE
from tests.unit.plans.histories import FULL


class _Kept(Shelf):
    """The same state of now for as long as nothing is recorded, as it is while a service runs."""

    _now: State | None = None

    def now(self, plan_id: UUID) -> tuple[list[Recorded[object]], State]:
        history, fresh = super().now(plan_id)
        self._now = self._now or fresh
        return history, self._now


def _look(shelf: Shelf, plan_id: UUID, moment: Moment) -> DossierLook:
    actor = Actor("inspecteur", Role.INSPECTOR)
    reading = Reading(actor, plan_id, {}, {}, moment, asked_for_past=True)
    return DossierLook(shelf, catalogue.terms(), reading)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(8))
def test_versions_of_the_past_are_the_same_whether_they_were_asked_for_before(seed: int) -> None:
    """Domain 3.10: kept are those of now, and at every V and K they say what a fresh look says."""
    print(f"seed {seed}")
    rng = random.Random(seed)
    plan_id = FULL.history[0].stamp.plan_id
    kept = _Kept(plan_id, boxed(FULL.history, rng), catalogue.fold)
    known = sorted(r.stamp.effective_at for r in FULL.history)
    moments = [*known[len(known) // 2 :], LATE]
    told = 0
    for _ in range(20):
        try:
            look = _look(kept, plan_id, Moment(rng.choice(moments), rng.choice(moments)))
        except UnknownPlan:
            continue
        for person in look.now[People].all:
            fresh = papers(look).own_of(person, look.state[Versions].all)
            assert versions_of(look, person) == fresh
            told += len(fresh)
    assert told
