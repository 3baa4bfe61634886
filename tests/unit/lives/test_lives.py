"""Whatever people do, no dossier gets into a state that cannot be (domain.md, the invariants)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.evaluations.domain.breaches.consequences import ConsequenceDecided, ConsequenceWords
from services.evaluations.domain.sitting.completing import EvaluationCompleted
from services.evaluations.domain.sitting.evaluations import EvaluationStarted, Manner
from services.plans.domain.plan.activation import PlanActivated
from services.plans.domain.plan.agreements import AgreementMade, AgreementWords, Purpose
from services.plans.domain.plan.versions import Path
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.sealed import seal
from tests.unit.lives import evaluations, notifications, plans
from tests.unit.lives.invariants import Invariant, World, broken, world
from tests.unit.lives.invariants_of_evaluations import EVALUATIONS
from tests.unit.lives.invariants_of_notifications import NOTIFICATIONS
from tests.unit.lives.invariants_of_plans import PLANS
from tests.unit.plans.acts import MARCH_10
from tests.unit.plans.case import PLAN, at, uid

SEEDS = st.integers(0, 2**32)
# A life takes a tenth of a second, a long one a second: as many as there is time for.
FEW = settings(max_examples=max(3, settings.default.max_examples // 4))
LONG = settings(max_examples=max(1, settings.default.max_examples // 10))


class Service(NamedTuple):
    """How lives are led in a service, and what always holds there."""

    lived: Callable[..., tuple[Any, Any]]
    now: Callable[[Any], World]
    invariants: tuple[Invariant, ...]


SERVICES = {
    "plans": Service(plans.lived, plans.now, PLANS),
    "evaluations": Service(evaluations.lived, evaluations.now, EVALUATIONS),
    "notifications": Service(notifications.lived, notifications.now, NOTIFICATIONS),
}


@pytest.mark.parametrize("service", SERVICES)
@FEW
@given(seed=SEEDS)
def test_no_life_leaves_a_state_that_cannot_be(service: str, seed: int) -> None:
    """Acts of every kind, by anybody, late and early, corrected and adjusted: all invariants."""
    lived, now, invariants = SERVICES[service]
    assert broken(invariants, now(lived(seed)[0])) == []


@pytest.mark.faults
@pytest.mark.long
@pytest.mark.parametrize("service", SERVICES)
@LONG
@given(seed=SEEDS)
def test_no_long_life_does(service: str, seed: int) -> None:
    """The same, after four times as many acts."""
    lived, now, invariants = SERVICES[service]
    assert broken(invariants, now(lived(seed, acts=150)[0])) == []


# A second dossier is never opened; the others need more luck than a short test has.
RARE = {"OpenDossier"}


@pytest.mark.faults
@pytest.mark.long
@pytest.mark.parametrize("service", SERVICES)
def test_every_kind_of_act_is_accepted_in_some_life(service: str) -> None:
    """Else the property says nothing of it."""
    accepted: Counter[str] = Counter()
    lived, now, _ = SERVICES[service]
    known = {act.__name__ for act in now(lived(0)[0]).catalogue.acts}
    for seed in range(400):
        accepted += lived(seed, acts=100)[1].accepted
        if known <= accepted.keys() | RARE:
            return
    assert known - accepted.keys() - RARE == set()


def happened(*events: Event) -> list[Recorded[Any]]:
    """A history of these events and no others, however impossible."""
    moment = at("2025-03-10 09:00")
    return [
        Recorded(
            event,
            Stamp(uid(n), PLAN, PLAN, n, uid(n), "x", "worker", moment, recorded_at=moment, seq=n),
        )
        for n, event in enumerate(events, 900)
    ]


IMPOSSIBLE: dict[str, tuple[str, Event]] = {
    "versions are numbered from one without gap or double": (
        "plans",
        PlanActivated(7, Path.ACUTE),
    ),
    "somebody known must keep an agreement": (
        "plans",
        AgreementMade(uid(2), seal(AgreementWords("x")), (), Purpose.STABILITY, MARCH_10),
    ),
    "nothing follows from a mere claim": (
        "evaluations",
        ConsequenceDecided(uid(2), uid(3), seal(ConsequenceWords(what="x")), True, uid(4)),
    ),
    "what was completed is complete, or is seen not to be": (
        "evaluations",
        EvaluationCompleted(uid(2), 1),
    ),
    "an evaluation judges a version that there is": (
        "evaluations",
        EvaluationStarted(uid(2), 1, Manner.DELIBERATION, (uid(3),)),
    ),
}


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_be_is_found(name: str) -> None:
    """The check can fail: one event that no act would lead to breaks the invariant."""
    service, event = IMPOSSIBLE[name]
    _, now, invariants = SERVICES[service]
    catalogue = now(SERVICES[service].lived(0, acts=0)[0]).catalogue
    found = broken(invariants, world(catalogue, PLAN, happened(event), at("2025-03-11 09:00")))
    assert any(name in each for each in found)


def test_every_invariant_has_a_name_of_its_own_and_cites_its_paragraph() -> None:
    """A breach tells what was promised and where."""
    for service in SERVICES.values():
        names = [each.name for each in service.invariants]
        assert len(names) == len(set(names))
        assert all(each.paragraph[0] in "WSR" for each in service.invariants)
