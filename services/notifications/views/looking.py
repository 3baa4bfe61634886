"""One look at a plan's informing: the shared look, with names that only plans can give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from services.notifications.domain.people import People
from shared.access.words import AudienceWords, NameOf
from shared.eventbase.doing import Actor
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.state import State
from shared.record.acting import Acting
from shared.web.look import Look
from shared.web.view import Reading

Data = dict[str, Any]
# Names belong to plans: what one audience may know of one plan's is asked there, at that moment.
NamesOf = Callable[[UUID, Actor], NameOf]

_END = datetime.max.replace(tzinfo=UTC)
_EVERYTHING = Moment(_END, _END)


class InformingLook(Look):
    """A look at who was told what: people are admitted when they are in the dossier."""

    def __init__(self, acting: Acting, names_of: NamesOf, reading: Reading) -> None:
        super().__init__(acting, reading, _belongs)
        self._actor = reading.actor
        self._names_of = names_of
        if not reading.asked_for_past:
            # What was followed may be newer than what this service itself recorded last.
            self.counted = known_and_effective(self.history, _EVERYTHING)

    @property
    def telling(self) -> AudienceWords:
        """What the sentences of a history are told with."""
        return self.words(self._names_of(self.plan_id, self._actor))


def _belongs(state: State, person: UUID) -> bool:
    return person in state[People].kinds
