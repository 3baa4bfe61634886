"""Design 3: an answer at (V, K) is made of what counts at (V, K), and of nothing else.

Each is asked again in a second world: a copy of the stores from which everything was taken that
did not count, whose clock stands elsewhere. Whatever comes from after K, or from the clock on the
wall, makes a difference there. Every view that the services publish is asked, of every service.
"""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings

from tests.oracle.cutting import facts_of, take_out, unknown, without
from tests.oracle.keeping import Kept, Pair, disagreement, keep
from tests.oracle.lived import Lived, lived
from tests.oracle.town import OracleTown, opened

_ELSEWHERE = timedelta(days=400)
_ASKED = 14
_CUTS = 10
PAIRS = 10 * settings.default.max_examples


class SecondWorlds:
    """A copy of a town out of which ever more is taken: first what was recorded last."""

    def __init__(self, lives: Lived, copy: OracleTown) -> None:
        self._lives, self._copy = lives, copy
        self._facts = {f.plan: facts_of(lives.town, f.plan) for f in lives.families}
        self.asked: set[str] = set()
        self.answered = self.pairs = 0
        self.wrong: list[str] = []

    def cut(self, cuts: int) -> None:
        """For every family as many pairs of moments as there are cuts, K ever earlier."""
        drawn = {
            family.plan: sorted(
                (self._lives.pair(family, self._facts[family.plan]) for _ in range(cuts)),
                key=lambda pair: pair.known,
            )
            for family in self._lives.families
        }
        for _ in range(cuts):
            self._cut({plan: pairs.pop() for plan, pairs in drawn.items()})

    def _cut(self, pairs: dict[str, Pair]) -> None:
        gone = set()
        for plan, pair in pairs.items():
            gone |= unknown(self._facts[plan], pair.known)
        take_out(self._copy.folder, self._copy.bases, gone)
        for family in self._lives.families:
            pair = pairs[family.plan]
            assert not gone & {fact.event_id for fact in facts_of(self._copy, family.plan)}
            for asked in self._lives.asked(family, pair, _ASKED):
                self.hold(keep(self._lives.town, family, asked, pair))
        self.pairs += len(pairs)

    def hold(self, kept: Kept) -> None:
        """Holds an answer against that of the second world."""
        asked, pair = kept.asked, kept.pair
        self.asked.add(asked.question.key)
        self.answered += kept.answer.status == 200
        said = disagreement(kept, keep(self._copy, kept.family, asked, pair))
        if said is not None:
            self.wrong.append(said)


def agrees(folder: Path, seed: int, cuts: int) -> SecondWorlds:
    """The second worlds of one town, in which every answer was the same."""
    with lived(folder / "one", seed) as lives:
        without(folder / "one", folder / "two", lives.town.bases, ())
        elsewhere = lives.town.clock() + _ELSEWHERE
        with opened(folder / "two", elsewhere, seed + 1) as copy:
            worlds = SecondWorlds(lives, copy)
            worlds.cut(cuts)
    assert worlds.wrong == []
    return worlds


def many(folder: Path, pairs: int) -> None:
    """As many towns as it takes for so many pairs of moments."""
    done = 0
    while done < pairs:
        seed = random.SystemRandom().getrandbits(32)
        worlds = agrees(folder / str(done), seed, _CUTS)
        done += worlds.pairs
        assert worlds.answered > worlds.pairs
    print(f"{done} pairs of moments")


def test_what_was_not_known_at_k_and_the_clock_on_the_wall_leave_no_trace(tmp_path: Path) -> None:
    """Every view of every service, for those with full sight and for parties."""
    many(tmp_path, PAIRS)


@pytest.mark.faults
@pytest.mark.long
def test_nor_do_they_in_ten_thousand_pairs_of_moments(tmp_path: Path) -> None:
    """The same, ten times as many as there are examples."""
    many(tmp_path, PAIRS)
