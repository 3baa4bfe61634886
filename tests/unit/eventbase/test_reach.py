"""Whom an item concerns: hidden wins (design 6)."""

from __future__ import annotations

from itertools import product
from uuid import UUID

import pytest

from shared.eventbase.reach import Reach, Reaches

ME, ITEM = UUID(int=1, version=4), UUID(int=2, version=4)


@pytest.mark.parametrize(("concerned", "hidden"), list(product([True, False], repeat=2)))
def test_an_item_is_ones_own_only_when_it_concerns_one_and_is_not_hidden(
    concerned: bool, hidden: bool
) -> None:
    """All four cases."""
    people = frozenset({ME})
    reach = Reach(people if concerned else frozenset(), people if hidden else frozenset())
    assert reach.includes(ME) == (concerned and not hidden)


def test_the_latest_word_on_an_item_replaces_the_earlier_one() -> None:
    """Also when it hides nothing any more."""
    reaches = Reaches()
    reaches.put(ITEM, (ME,), (ME,))
    reaches.put(ITEM, (ME,))
    assert reaches.of == {ITEM: Reach(frozenset({ME}))}
