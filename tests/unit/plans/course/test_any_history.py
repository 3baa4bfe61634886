"""What follows from the course of a case follows from any part of it (design 3)."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from services.plans.domain import catalogue
from services.plans.domain.course.phases import phases, safety_phases
from services.plans.domain.course.progress import standing_still
from services.plans.domain.course.safety_clock import clocks
from services.plans.domain.course.trauma import open_risks
from tests.unit.plans.case import LATE, PLAN, TERMS
from tests.unit.plans.histories import FULL
from tests.unit.plans.test_properties import MANY


@MANY
@given(st.lists(st.integers(0, len(FULL.history) - 1), max_size=60))
def test_nothing_that_is_derived_raises_whatever_is_missing(picked: list[int]) -> None:
    """Duties, phases, clocks and lists, on any subset, order and repetition."""
    state = catalogue.fold(PLAN, [FULL.history[n] for n in picked])
    catalogue.obligations(state, TERMS)
    clocks(state, TERMS)
    standing_still(state, TERMS, LATE)
    open_risks(state)
    phases(state)


@MANY
@given(st.sets(st.integers(0, len(FULL.history) - 1)))
def test_direct_safety_and_stability_follow_one_another_without_a_gap(picked: set[int]) -> None:
    """W5.1: until the plan is closed, one ends where the other begins."""
    history = [FULL.history[n] for n in sorted(picked)]
    spans = safety_phases(catalogue.fold(PLAN, history))
    for before, after in pairwise(spans):
        assert before.until is not None
        assert before.until.at <= after.since.at
        assert before.phase is not after.phase or before.until != after.since
