"""A dossier to which random things happen: acts of every kind, by anybody, out of order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any, Protocol

from shared.eventbase.act import Act
from shared.eventbase.catalogue import Catalogue
from shared.eventbase.doing import Actor
from shared.eventbase.event import Recorded
from shared.eventbase.rule import Refused
from shared.eventbase.unknown import NotInvolved, NotYetKnown
from tests.unit.lives.drawing import Drawing
from tests.unit.lives.ids import EVENT, PEOPLE, Ids, Place, kinds


class Dossier(Protocol):
    """What the cases of the unit tests have in common."""

    history: list[Recorded[Any]]
    now: datetime

    def do(self, act: Act, *, actor: Actor) -> list[Any]:
        """Performs an act."""


class Life:
    """Performs random acts; ``tried`` and ``accepted`` count them by the name of their class."""

    def __init__(
        self,
        catalogue: Catalogue,
        examples: Iterable[Act],
        asked: dict[Place, set[str]],
        seed: int,
    ) -> None:
        self.rng = random.Random(seed)
        self.accepted: Counter[str] = Counter()
        self.tried: Counter[str] = Counter()
        self.story: list[Act] = []
        self._asked = asked | {("CorrectEvent", "voids"): {EVENT}, ("Act", "learned_by"): PEOPLE}
        self._drawing = Drawing(catalogue, examples, self.rng)
        self._kinds = list(catalogue.acts)
        telling = [k for k, known in catalogue.acts.items() if known.changes_plan or known.guarded]
        self._often = telling or self._kinds

    def live(
        self, dossier: Dossier, acts: int, otherwise: Callable[[], None] = lambda: None
    ) -> None:
        """So many acts, most of them accepted or refused in an instant; some weeks pass."""
        for _ in range(acts):
            dossier.now += timedelta(minutes=self.rng.choice((1, 5, 60, 600, 3000, 20000)))
            if self.rng.random() < 0.15:
                otherwise()
            self._try(dossier)

    def _try(self, dossier: Dossier) -> None:
        kind = self.rng.choice(self._often if self.rng.random() < 0.3 else self._kinds)
        ids = Ids(dossier.history, self._asked)
        act = self._drawing.act(kind, ids, dossier.now)
        self.tried[kind.__name__] += 1
        before = len(dossier.history)
        try:
            dossier.do(act, actor=self._actor(act, ids))
        except (Refused, NotYetKnown, NotInvolved):
            assert len(dossier.history) == before
            return
        self.accepted[kind.__name__] += 1
        self.story.append(act)

    def _actor(self, act: Act, ids: Ids) -> Actor:
        role = self.rng.choice(act.ROLES)
        person = ids.draw(("Act", "learned_by"), self.rng) if role == "person" else None
        return Actor(f"sub-{role}-{person}", role, person)


def people(history: Iterable[Recorded[Any]]) -> list[Any]:
    """Everybody who was ever added to a dossier."""
    return [each for each, kind in kinds(history).items() if kind in PEOPLE]
