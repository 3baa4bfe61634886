"""One look at a plan: the shared look, with names that only plans can give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from services.evaluations.domain.people import People
from shared.access.words import AudienceWords, NameOf
from shared.eventbase.doing import Actor
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.state import State
from shared.record.acting import Acting
from shared.web.look import Look
from shared.web.view import Reading

Data = dict[str, Any]
# Names belong to plans: what one audience may know of one plan's is asked there, at that moment.
NamesOf = Callable[[UUID, Actor], NameOf]


class PlanLook(Look):
    """A look at a plan: people are admitted when they are in its dossier."""

    def __init__(self, acting: Acting, names_of: NamesOf, reading: Reading) -> None:
        super().__init__(acting, reading, _belongs)
        self._actor = reading.actor
        self._names_of = names_of

    @property
    def telling(self) -> AudienceWords:
        """What the sentences of a timeline are told with."""
        return self.words(self._names_of(self.plan_id, self._actor))

    def hidden_from(self, item: UUID) -> list[UUID]:
        """From whom an item is hidden, as it is now."""
        return sorted(self.now[Reaches].of.get(item, Reach()).hidden_from)


def _belongs(state: State, person: UUID) -> bool:
    return person in state[People].all
