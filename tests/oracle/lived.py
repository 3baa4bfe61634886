"""A town in which several families lived, and what was answered meanwhile about the past."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import cycle
from pathlib import Path

from shared.access.role import Role
from tests.oracle.asking import FULL, Asked, Asking
from tests.oracle.cutting import Fact, facts_of
from tests.oracle.drawing import PEOPLE
from tests.oracle.keeping import Kept, Pair, keep
from tests.oracle.living import Family
from tests.oracle.routes import Question
from tests.oracle.town import Audience, OracleTown, opened

# Views that no second world can answer, each with the reason.
ASIDE = {
    "bewijsdossier": "proves the whole log, which a signer signed; tests/integration/proof",
    "waarom-anders": "says what is known today and was not at K; tests/integration/plans",
}
_FAMILIES, _CHAPTERS, _STEPS, _ASKED = 5, 4, 18, 12


class Lived:
    """The town, its families, and a way to draw questions to it; all choices are the seed's."""

    def __init__(self, town: OracleTown, seed: int) -> None:
        self.town = town
        self.rng = random.Random(seed)
        self.families = [Family(town, self.rng) for _ in range(_FAMILIES)]
        self.kept: list[Kept] = []
        questions = [q for q in town.routes.questions if q.travels and q.name not in ASIDE]
        self.rng.shuffle(questions)
        self._questions = cycle(questions)
        for _ in range(_CHAPTERS):
            self._chapter()
        # Later than all that is asked about, so that K is never clamped.
        town.clock.set(town.clock() + timedelta(days=1))
        Family(town, self.rng)
        town.settle()

    def _chapter(self) -> None:
        for family in self.families:
            family.live(_STEPS)
        self.town.settle()
        for family in self.families:
            pair = self.pair(family, facts_of(self.town, family.plan))
            for asked in self.asked(family, pair, _ASKED):
                self.kept.append(keep(self.town, family, asked, pair))

    def pair(self, family: Family, facts: list[Fact]) -> Pair:
        """Moments at which something happened or was recorded, and moments around them."""
        rng = self.rng
        known = rng.choice(facts).recorded_at
        if rng.random() < 0.3:
            return Pair(known, known)
        near = timedelta(days=rng.choice((0, 0, 0, -1, 3, 400)), microseconds=rng.choice((-1, 0)))
        return Pair(rng.choice(facts).effective_at + near, known)

    def asked(self, family: Family, pair: Pair, many: int) -> Iterator[Asked]:
        """The next so many views, by somebody who may ask, at a moment that may be asked about."""
        asking = Asking(family, self.rng)
        for _ in range(many):
            asked = asking.of(self._next(), self._audience(family), pair.known)
            if asked is not None:
                yield asked

    def _next(self) -> Question:
        return next(self._questions)

    def _audience(self, family: Family) -> Audience:
        if self.rng.random() < 0.5:
            return self.rng.choice(FULL)
        return Audience(Role.PERSON, self.rng.choice(family.ids[PEOPLE]))


@contextmanager
def lived(folder: Path, seed: int) -> Iterator[Lived]:
    """Families that lived in a town on ``folder``; the seed is printed, to do it again."""
    print(f"seed {seed}")
    with opened(folder, seed=seed) as town:
        yield Lived(town, seed)
