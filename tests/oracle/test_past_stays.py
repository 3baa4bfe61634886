"""Design 3: an answer at a past K never changes, whatever is recorded afterwards.

Asked while families live, and again when they have lived on: the same bytes for those with full
sight. For a party the gate is judged now: they may come to read less, and never more.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import settings

from tests.oracle.keeping import disagreement, keep
from tests.oracle.lived import lived

TOWNS = max(1, settings.default.max_examples // 7)


def stays(folder: Path, seed: int) -> int:
    """How many answers of one town were asked for again; every one was as it had been."""
    with lived(folder, seed) as lives:
        again = [(keep(lives.town, k.family, k.asked, k.pair), k) for k in lives.kept]
        said = [disagreement(now, was) for now, was in again]
        assert [each for each in said if each is not None] == []
        return sum(was.answer.status == 200 for _, was in again)


def test_an_answer_about_the_past_stays_as_it_was(tmp_path: Path) -> None:
    """Every view of every service, at any pair of moments that had passed by then."""
    for town in range(TOWNS):
        asked = stays(tmp_path / str(town), random.SystemRandom().getrandbits(32))
        assert asked > 50


@pytest.mark.faults
@pytest.mark.long
def test_so_do_ten_thousand_answers(tmp_path: Path) -> None:
    """The same, at ten times as many answers as there are examples."""
    asked = 0
    while asked < 10 * settings.default.max_examples:
        asked += stays(tmp_path / str(asked), random.SystemRandom().getrandbits(32))
    print(f"{asked} answers")
