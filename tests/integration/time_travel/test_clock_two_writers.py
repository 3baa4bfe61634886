"""Two processes of each service on the same stores, with clocks a day apart (issue 6)."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from tests.integration.postgres.conftest import settings_on as settings_on
from tests.integration.time_travel.living import agree, begin, led_to, ordered, unbroken
from tests.integration.time_travel.own_clocks import DAY, OwnClocks

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)]


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_acts_builds_on_what_the_other_did(kind: str, settings_on, tmp_path: Path) -> None:
    """One order, one plan, and answers that stay, whichever process is asked."""
    settings = settings_on(kind)
    first = begin(settings.folder, seed=7, on=settings)
    with first.village, OwnClocks(settings.folder, on=settings) as other:
        other.clock.set(first.village.clock())
        for clock in other.clocks.values():
            clock.jump(-DAY)
        home = copy.copy(first.home)
        home.village = other
        second = first._replace(village=other, home=home)
        for life in (first, second, second, first):
            agree(life)
            first.answers.keep()
        for village in (other, first.village):
            ordered(village)
            led_to(village)
        unbroken(first)
        unbroken(second)
        first.home.later(days=1)
        assert first.answers.changed() == []
