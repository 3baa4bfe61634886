"""The test that matters most: what one may not know changes no byte of what one reads."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Response

from shared.access.development import DevelopmentIssuer
from shared.eventbase.event import Recorded
from tests.integration.plans.town import START
from tests.integration.plans.two_worlds import World, answers, differences, hidden_adjustment, live

SEEDS = range(5)
Make = Callable[[str], World]


@pytest.fixture
def make(tmp_path: Path, issuer: DevelopmentIssuer) -> Iterator[Make]:
    """Makes worlds, and closes them afterwards."""
    worlds: list[World] = []

    def one(name: str) -> World:
        worlds.append(World(tmp_path / name, issuer))
        return worlds[-1]

    yield one
    for world in worlds:
        world.town.close()


def moments(seed: int) -> list[datetime]:
    """Some moments to look at, from before the dossier to the last day."""
    rng = random.Random(seed)
    return [START + timedelta(minutes=rng.randrange(-60, 30 * 60)) for _ in range(3)]


def lived(make: Make, seed: int) -> tuple[World, World]:
    """The two worlds of a seed."""
    base, more = make("base"), make("more")
    live(base, seed, extra=False)
    live(more, seed, extra=True)
    return base, more


@pytest.mark.parametrize("seed", SEEDS)
def test_worlds_that_differ_in_what_stefan_may_not_know_are_the_same_to_stefan(
    make: Make, seed: int
) -> None:
    """Design 6, W8.4: status, headers and body of every question, now and at past moments."""
    base, more = lived(make, seed)
    assert len(more.family.versions()) > len(base.family.versions())
    asked = moments(seed)
    one, other = answers(base, asked), answers(more, asked)
    assert any(status == 200 for status, _, _ in one.values())
    found = differences(one, other)
    assert found == [], f"seed {seed}: {found[0]}: {one[found[0]]} != {other[found[0]]}"


def test_worlds_that_differ_in_what_stefan_may_know_are_told_apart(make: Make) -> None:
    """The comparison itself can fail: another visible life is another answer."""
    base, more = make("base"), make("more")
    live(base, 1, extra=False)
    live(more, 2, extra=False)
    assert differences(answers(base, []), answers(more, [])) != []


Past = Sequence[Recorded[Any]]
LEAKS: dict[str, Callable[[Response, Past], None]] = {
    "a number in a header": lambda r, past: r.headers.set("X-Aantal", str(len(past))),
    "the size of an answer": lambda r, past: r.set_data(r.data + b" " * len(past)),
    "a moment that others made": lambda r, past: r.headers.set(
        "Last-Modified", str(past[-1].stamp.recorded_at)
    ),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_planted_leak_is_found(make: Make, leak: str) -> None:
    """A number, a size or a time that betrays what was hidden shows as a difference."""
    base, more = make("base"), make("more")
    more.step(1, hidden_adjustment, leak)
    for world in (base, more):
        world.town.at(START + timedelta(days=1))
    assert differences(answers(base, []), answers(more, [])) == []
    for world in (base, more):
        plant(world, LEAKS[leak])
    found = differences(answers(base, []), answers(more, []))
    assert found == ["/veiligheidsplan {}"]


def plant(world: World, leak: Callable[[Response, Past], None]) -> None:
    """Lets the plan's own route add something to its answer, as a careless colleague might."""
    routes = world.town.service.app.view_functions
    honest = routes["veiligheidsplan"]

    def careless(**path: Any) -> Response:
        response: Response = honest(**path)
        leak(response, world.town.service.acting.history(path["planId"]))
        return response

    routes["veiligheidsplan"] = careless
