"""What is said at (V, K) is what people entered, sorted, filtered and applied (domain.md 3.10).

Held against :mod:`tests.oracle.believed`, which knows what was entered and nothing of our code.
"""

from __future__ import annotations

import ast
import random
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from tests.oracle.answers import Answers
from tests.oracle.asking import FULL
from tests.oracle.believed import Told, told_of
from tests.oracle.drawing import PEOPLE
from tests.oracle.keeping import Pair
from tests.oracle.lived import Lived, lived
from tests.oracle.living import Family

PAIRS = 10 * settings.default.max_examples
_PER_FAMILY = 10
_PARTIES = 3


def pair(rng: random.Random, told: list[Told]) -> Pair:
    """Moments of this family: K at which something was recorded, V at or around what happened."""
    known = rng.choice(told).recorded
    if rng.random() < 0.3:
        return Pair(known, known)
    days = timedelta(days=rng.choice((0, 0, 0, -1, 3, 400)))
    return Pair(rng.choice(told).happened + days, known)


def disagreements(lives: Lived, family: Family, told: list[Told]) -> tuple[list[str], int]:
    """In what the services and the oracle disagree at one pair of moments; how much was held."""
    rng = lives.rng
    at = pair(rng, told)
    answers = Answers(lives.town, family, told, at)
    people = rng.sample(family.ids[PEOPLE], _PARTIES)
    held = [*answers.all(rng.choice(FULL)), *(c for p in people for c in answers.party(p))]
    wrong = [f"{what} of {family.plan} {at}: {e} / {f}" for what, e, f in held if e != f]
    return wrong, len(held)


def agrees(folder: Path, seed: int) -> int:
    """How many pairs of moments of one town were held against the oracle; all of them agree."""
    wrong: list[str] = []
    held = pairs = 0
    with lived(folder, seed) as lives:
        for family in lives.families:
            told = told_of(family)
            for _ in range(_PER_FAMILY):
                said, many = disagreements(lives, family, told)
                wrong += said
                held += many
                pairs += 1
    assert wrong == []
    assert held > 5 * pairs
    return pairs


def many(folder: Path, pairs: int) -> None:
    """As many towns as it takes for so many pairs of moments."""
    done = 0
    while done < pairs:
        done += agrees(folder / str(done), random.SystemRandom().getrandbits(32))
    print(f"{done} pairs of moments")


def test_what_is_said_is_what_was_entered(tmp_path: Path) -> None:
    """Plan, versions, people, rights by age, concerns, history, evaluations, who was told."""
    many(tmp_path, PAIRS)


@pytest.mark.faults
@pytest.mark.long
def test_it_is_at_ten_thousand_pairs_of_moments(tmp_path: Path) -> None:
    """The same, at ten times as many pairs as there are examples."""
    many(tmp_path, PAIRS)


def test_the_oracle_knows_nothing_of_the_domain() -> None:
    """It would agree with whatever is wrong there."""
    for name in ("believed", "answers"):
        tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text("utf-8"))
        named = [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
        assert [m for m in named if m.startswith(("services", "shared.eventbase"))] == []
        assert not any(isinstance(n, ast.Import) for n in ast.walk(tree))
