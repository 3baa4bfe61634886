"""What holds for every history, however it came about (design 3)."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from services.plans.domain import catalogue
from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.family.people import PartyKind, People
from services.plans.domain.plan.pending import pending_items
from services.plans.domain.plan.versions import Versions
from shared.eventbase.state import State
from tests.unit.plans.case import LATE, PLAN
from tests.unit.plans.histories import FULL, random_history

SEEDS = st.integers(0, 2**32)
FEW = settings(max_examples=8, deadline=None, print_blob=True)
MANY = settings(max_examples=40, deadline=None, print_blob=True)


def everything(state: State) -> dict[str, Any]:
    """All parts of a state, as they would be shown."""
    return {part.__name__: repr(vars(held)) for part, held in state._parts.items()}


@MANY
@given(st.lists(st.integers(0, len(FULL.history) - 1), max_size=40))
def test_the_fold_never_raises_whatever_subset_order_or_repetition_it_gets(
    picked: list[int],
) -> None:
    """Design 3: ``evolve`` is total, and so are the flags and what is pending."""
    state = catalogue.fold(PLAN, [FULL.history[n] for n in picked])
    catalogue.open_points(state, LATE)
    pending_items(state)
    assert state.known == bool(picked)


@FEW
@given(SEEDS)
def test_the_same_events_make_the_same_state_in_whatever_order_they_are_read(seed: int) -> None:
    """Design 3: the fold is a function; known_and_effective puts events in their order."""
    family = random_history(seed)
    before = everything(family.case.state())
    random.Random(seed).shuffle(family.case.history)
    assert everything(family.case.state()) == before


@FEW
@given(SEEDS)
def test_no_sequence_of_acts_leaves_a_gap_in_the_versions(seed: int) -> None:
    """W8.3, W0.11: numbered from 1, in the order in which they were made."""
    family = random_history(seed)
    versions = family.case.state()[Versions].all
    assert [v.number for v in versions] == list(range(1, len(versions) + 1))
    assert [v.made_at for v in versions] == sorted(v.made_at for v in versions)


@FEW
@given(SEEDS)
def test_there_is_never_more_than_one_lead_and_it_is_a_professional(seed: int) -> None:
    """W7.2: at every moment that was ever recorded."""
    family = random_history(seed)
    for recorded in family.case.history:
        known = recorded.stamp.recorded_at
        assert known is not None
        state = family.case.state(known=known)
        lead = state[People].all.get(state[CaseLead].person or PLAN)
        assert lead is None or lead.kind is PartyKind.PROFESSIONAL


@FEW
@given(SEEDS)
def test_a_moment_that_was_asked_for_answers_the_same_ever_after(seed: int) -> None:
    """Design 3: what is recorded after K changes nothing at K, corrections neither."""
    family = random_history(seed)
    history = list(family.case.history)
    half = history[: len(history) // 2]
    known = half[-1].stamp.recorded_at
    assert known is not None
    family.case.history = half
    then = everything(family.case.state(known=known))
    family.case.history = history
    assert everything(family.case.state(known=known)) == then


@FEW
@given(SEEDS)
def test_what_stands_after_a_version_is_in_it_or_pending(seed: int) -> None:
    """W8.3: nothing is lost between a version and what is pending."""
    family = random_history(seed)
    state = family.case.state()
    current = state[Versions].current
    if current is None:
        return
    pending = set(pending_items(state))
    for recorded in family.case.history:
        made = getattr(recorded.event, "item", None)
        if recorded.stamp.version > current.at_version and made in pending:
            pending.discard(made)
    assert pending == set()
