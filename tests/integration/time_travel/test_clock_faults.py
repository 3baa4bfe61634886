"""Clocks that are wrong: nothing is refused, nothing changes place, no answer changes (issue 6)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from hypothesis import settings

from tests.integration.time_travel.living import (
    Life,
    agree,
    begin,
    led_to,
    ordered,
    unbroken,
)
from tests.integration.time_travel.own_clocks import DAY, RIGHT, FaultyClock, OwnClocks
from vangnet.assembly import SERVICES

Breaks = Callable[[FaultyClock], None]
LIVES = settings.default.max_examples


def back(clock: FaultyClock) -> None:
    """Somebody put it back a day."""
    clock.jump(-DAY)


def forward(clock: FaultyClock) -> None:
    """It is a day ahead."""
    clock.jump(DAY)


def jitters(clock: FaultyClock) -> None:
    """Each reading is up to a minute off, before or after; the same ones each time."""
    chance = random.Random(20)
    clock.off = lambda: timedelta(seconds=chance.uniform(-60, 60))


FAULTS = {"back": back, "forward": forward, "jitter": jitters, "still": FaultyClock.stops}
ON = {"all": SERVICES} | {name: (name,) for name in SERVICES}
PLAYED = [*product(FAULTS, ["all"]), *product(["back", "forward"], ["evaluations"])]


def repair(village: OwnClocks) -> None:
    """All are right again."""
    for clock in village.clocks.values():
        clock.jump(RIGHT)


@pytest.fixture(scope="module", params=PLAYED, ids="-".join)
def life(request, tmp_path_factory) -> Iterator[Life]:
    """Before a clock broke, while it was wrong, after a restart, and when it is right again."""
    fault, on = request.param
    life = begin(tmp_path_factory.mktemp("life"), seed=5)
    life.answers.keep()
    for name in ON[on]:
        FAULTS[fault](life.village.clocks[name])
    life.home.later(minutes=5)
    agree(life)
    life.answers.keep()
    life.village.restart()
    agree(life)
    repair(life.village)
    life.answers.keep()
    agree(life)
    life.home.later(days=3)
    yield life
    life.village.__exit__()


def test_what_was_answered_is_answered_again(life: Life) -> None:
    """Design 3: at the moments that it stated; and byte for byte, however often."""
    assert life.answers.changed() == []
    assert len(life.answers.kept) > 20


def test_a_broken_clock_changes_nothing_of_the_plan(life: Life) -> None:
    """Each change stands on what was there before it, and every version on the one before."""
    unbroken(life)


def test_the_record_keeps_its_order(life: Life) -> None:
    """Design 4: recorded_at follows seq, and nothing happened after it was recorded."""
    ordered(life.village)


def test_a_cause_is_recorded_before_what_it_led_to(life: Life) -> None:
    """Design 4: a version is, before anybody has to be told of it, whatever their clocks say."""
    led_to(life.village)


@pytest.mark.parametrize("nth", range(2))
def test_so_it_is_with_clocks_that_go_wrong_at_any_moment(nth: int, tmp_path) -> None:
    """Another life each time; the seed of one that fails is printed."""
    at_random(tmp_path, random.SystemRandom().getrandbits(32))


@pytest.mark.faults
@pytest.mark.long
def test_nor_do_many_lives_go_otherwise(tmp_path) -> None:
    """The same, as often as there are examples."""
    for nth in range(LIVES):
        at_random(tmp_path / str(nth), random.SystemRandom().getrandbits(32))


def at_random(folder: Path, seed: int) -> None:
    """A life in which clocks break, are put right and services restart between agreements."""
    print(f"at_random({seed})")
    chance = random.Random(seed)
    broken = ON[chance.choice(list(ON))]
    life = begin(folder, seed)
    with life.village:
        for _ in range(4):
            for name in broken:
                chance.choice([*FAULTS.values(), lambda clock: clock.jump(RIGHT)])(
                    life.village.clocks[name]
                )
            life.home.later(seconds=chance.uniform(1, 100_000))
            chance.choice([life.village.restart, life.answers.keep])()
            agree(life)
        repair(life.village)
        life.home.later(days=3)
        assert life.answers.changed() == []
        for holds in (
            unbroken,
            lambda each: ordered(each.village),
            lambda each: led_to(each.village),
        ):
            holds(life)
