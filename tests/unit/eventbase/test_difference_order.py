"""The edges and the order of a difference (domain 3.10, R51)."""

from __future__ import annotations

from shared.eventbase.difference import Became, Why
from shared.eventbase.passing import Passed, Passing
from tests.unit.eventbase.test_difference import Made, Wrong, at, differ, happens, only, pair, thing


def test_what_happened_at_the_very_moment_compared_with_was_learned_later() -> None:
    """V itself is part of what is looked at, in both directions."""
    late = happens(Made(thing(1)), 1, 2, 5)
    assert only([late], pair(2, 2), pair(2, 6)) == (Became.ADDED, [Why.LEARNED])
    assert only([late], pair(2, 6), pair(2, 2)) == (Became.NOT_YET, [Why.NOT_YET_KNOWN])


def test_only_what_a_correction_put_in_the_place_of_a_mistake_is_there_instead() -> None:
    """And not the correction itself, nor what happened besides."""
    wrong = happens(Made(thing(1)), 1, 1)
    back = happens(Wrong(thing(9), wrong.stamp.event_id), 2, 3, act=7)
    right, besides = happens(Made(thing(2)), 3, 1, 3, act=7), happens(Made(thing(3)), 4, 3)
    found = differ([wrong, back, right, besides], pair(2, 2), pair(4, 4)).items
    instead = {c.recorded.stamp.event_id: c.instead for item in found for c in item.changes}
    assert instead[right.stamp.event_id]
    assert [instead[each.stamp.event_id] for each in (back, besides)] == [False, False]


def test_the_changes_of_an_item_stand_as_they_happened_whatever_counts_when() -> None:
    """Some count only at the one pair, and some only at the other."""
    first, second = happens(Made(thing(1)), 1, 1, 6), happens(Made(thing(1)), 2, 2)
    third = happens(Made(thing(1)), 3, 3, 7)
    (item,) = differ([second, first, third], pair(5, 5), pair(1.5, 8)).items
    assert [c.recorded.stamp.seq for c in item.changes] == [1, 2]
    (item,) = differ([second, first, third], pair(1.5, 8), pair(5, 5)).items
    assert [c.recorded.stamp.seq for c in item.changes] == [1, 2]


def test_an_item_stands_where_the_first_of_it_happened_or_came_by_itself() -> None:
    """What comes by itself early goes before what happened late."""
    history = [happens(Made(thing(1)), 1, 5), happens(Made(thing(2)), 2, 4)]
    came = [Passing(thing(1), at(3), Passed.CHANGED, "vanzelf")]
    found = differ(history, pair(2, 9), pair(6, 9), passings=came).items
    assert [item.item for item in found] == [thing(1), thing(2)]
    later = [Passing(thing(2), at(5.5), Passed.CHANGED, "vanzelf")]
    found = differ([history[0], *history[1:]], pair(2, 9), pair(6, 9), passings=later).items
    assert [item.item for item in found] == [thing(2), thing(1)]
