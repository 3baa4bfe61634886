"""Any part of any history, in any order and more than once, can be folded and asked about."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given

from shared.eventbase.event import Recorded
from tests.unit.evaluations.test_fold import WHOLE
from tests.unit.lives import evaluations, notifications, plans
from tests.unit.lives.asking import SERVICES, ask_everything
from tests.unit.lives.test_lives import FEW, SEEDS
from tests.unit.notifications.whole import whole
from tests.unit.plans.case import LATE, PLAN
from tests.unit.plans.histories import FULL

_INFORMED = [*notifications.lived(0, acts=150)[0].family.history, *whole().history]


def _lived(service: str, seed: int) -> list[Recorded[Any]]:
    if service == "notifications":
        return notifications.lived(seed)[0].family.history
    return (plans if service == "plans" else evaluations).lived(seed)[0].history


WHOLE_HISTORIES = {
    "plans": FULL.history,
    "evaluations": WHOLE.history,
    "notifications": _INFORMED,
}


def part_of(history: list[Recorded[Any]], rng: random.Random) -> list[Recorded[Any]]:
    """Some of it, in some order, some of it twice."""
    part = rng.sample(history, rng.randrange(len(history) + 1))
    return part + rng.choices(history, k=rng.randrange(10))


def derive(service: str, part: list[Recorded[Any]], rng: random.Random) -> int:
    """Everything that follows from a part of a history; how many questions were answered."""
    catalogue, _ = SERVICES[service]
    state = catalogue.fold(PLAN, part)
    catalogue.open_points(state, LATE)
    catalogue.obligations(state, catalogue.terms())
    return ask_everything(service, PLAN, part, LATE, rng)


@pytest.mark.parametrize("service", SERVICES)
@FEW
@given(seed=SEEDS)
def test_nothing_raises_on_any_part_of_a_whole_history(service: str, seed: int) -> None:
    """Design 3: the fold, the flags, the duties and every view are total; erased content too."""
    rng = random.Random(seed)
    derive(service, part_of(WHOLE_HISTORIES[service], rng), rng)


@pytest.mark.parametrize("service", SERVICES)
@FEW
@given(seed=SEEDS)
def test_nothing_raises_on_any_life(service: str, seed: int) -> None:
    """Design 3: nor on what random acts led to."""
    derive(service, _lived(service, seed), random.Random(seed))


@pytest.mark.faults
@pytest.mark.long
@pytest.mark.parametrize("service", SERVICES)
@FEW
@given(seed=SEEDS)
def test_nothing_raises_on_any_part_of_any_life(service: str, seed: int) -> None:
    """Design 3: nor on any part of that."""
    rng = random.Random(seed)
    derive(service, part_of(_lived(service, seed), rng), rng)


@pytest.mark.parametrize("service", SERVICES)
def test_the_whole_histories_hold_every_event_that_there_is(service: str) -> None:
    """What is said of any part is said of every event."""
    catalogue, _ = SERVICES[service]
    assert set(catalogue.events.values()) <= {type(r.event) for r in WHOLE_HISTORIES[service]}


@pytest.mark.parametrize("service", SERVICES)
def test_questions_about_a_whole_history_are_answered(service: str) -> None:
    """Asking everything finds something: the property above is not of refusals only."""
    answered = [
        ask_everything(service, PLAN, WHOLE_HISTORIES[service], LATE, random.Random(seed))
        for seed in range(3)
    ]
    assert min(answered) >= {"plans": 25, "evaluations": 5, "notifications": 3}[service]
