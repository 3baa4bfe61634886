"""The pair of moments (V, K): what counts, and in which order (design 3)."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.eventbase.happenings import (
    Said,
    TakenBack,
    event_id,
    numbers,
    recorded,
    said,
)


def test_both_moments_are_inclusive() -> None:
    """What happened or was stored at that very instant counts."""
    history = [said(1, 3)]
    assert numbers(history, 3, 3) == [1]
    assert numbers(history, 2.99, 3) == []
    assert numbers(history, 3, 2.99) == []


def test_what_was_heard_late_is_known_late_and_was_so_from_when_it_happened() -> None:
    """W8.1, R51: of day 2, recorded on day 5."""
    history = [said(1, 1), said(2, 4), said(3, 2, stored=5)]
    assert numbers(history, 9, 4.5) == [1, 2]
    assert numbers(history, 9, 5) == [1, 3, 2]
    assert numbers(history, 2, 5) == [1, 3]
    assert numbers(history, 1.5, 5) == [1]


def test_what_happened_at_one_instant_stands_in_the_order_of_recording() -> None:
    """Ties are broken by when it was stored, then by seq."""
    history = [said(3, 1, stored=4), said(1, 1, stored=2), said(2, 1, stored=2)]
    assert numbers(history, 9, 9) == [1, 2, 3]
    assert numbers(history[::-1], 9, 9) == [1, 2, 3]


def test_before_a_correction_was_known_the_mistake_shows_as_believed() -> None:
    """Domain 3.5: voided from its recording on, whatever V is and whenever it happened."""
    history = [said(1, 1), recorded(TakenBack(event_id(1)), 2, 3, 3)]
    assert numbers(history, 9, 2.9) == [1]
    assert numbers(history, 9, 3) == []
    assert numbers(history, 1, 3) == []
    backdated = [said(1, 2), recorded(TakenBack(event_id(1)), 2, 1, 3)]
    assert numbers(backdated, 9, 2.9) == [1]
    assert numbers(backdated, 9, 3) == []


def test_a_correction_that_points_at_nothing_takes_nothing_back() -> None:
    """Total, whatever was recorded."""
    history = [said(1, 1), recorded(TakenBack(event_id(9)), 2, 1, 1)]
    assert numbers(history, 9, 9) == [1]


def test_what_was_decided_and_not_yet_stored_counts_as_known() -> None:
    """Design 3: an act sees what the changes before it led to."""
    assert numbers([recorded(Said(1), 1, 1)], 1, 0) == [1]


@settings(max_examples=20, deadline=None, print_blob=True)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8), st.randoms())
def test_the_order_of_reading_does_not_matter(
    times: list[tuple[int, int]], rng: random.Random
) -> None:
    """What counts is the same list, however the events come in."""
    history = [said(seq, happened, happened + d) for seq, (happened, d) in enumerate(times, 1)]
    expected = numbers(history, 4, 6)
    rng.shuffle(history)
    assert numbers(history, 4, 6) == expected


@settings(max_examples=20, deadline=None, print_blob=True)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8), st.integers(0, 9))
def test_nothing_recorded_after_k_changes_what_counts_at_k(
    times: list[tuple[int, int]], known: int
) -> None:
    """Late, retroactive or in time."""
    history = [said(seq, happened, happened + d) for seq, (happened, d) in enumerate(times, 1)]
    earlier = [r for r, (h, d) in zip(history, times, strict=True) if h + d <= known]
    assert numbers(history, 9, known) == numbers(earlier, 9, known)
