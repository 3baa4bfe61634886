"""One look at a dossier: the shared look, with the people that only plans has."""

from __future__ import annotations

from functools import cached_property
from uuid import UUID

from services.plans.domain import catalogue
from services.plans.domain.family.people import People, Person
from shared.access.words import AudienceWords
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.obligation import Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.look import Look
from shared.web.view import Reading


class DossierLook(Look):
    """A look at a dossier: people are admitted when they are in it."""

    def __init__(self, acting: Acting, terms: Terms, reading: Reading) -> None:
        super().__init__(acting, reading, _belongs)
        self.terms = terms

    @cached_property
    def obligations(self) -> list[Obligation]:
        """What had to be done at V, open and settled."""
        return catalogue.obligations_at(self.state, self.terms, self.moment.valid)

    @property
    def telling(self) -> AudienceWords:
        """What the sentences of a history are told with."""
        return self.words(self._name)

    def _name(self, person: UUID) -> str | None:
        known = self.state[People].all.get(person) or self._known_by_then.get(person)
        return self.sight.said(known.details)("name") if known is not None else None

    @cached_property
    def _known_by_then(self) -> dict[UUID, Person]:
        # What happened before V may name whoever came into it after V, if that was known by K.
        moment = Moment(self.moment.known, self.moment.known)
        return self.fold(self.plan_id, known_and_effective(self.history, moment))[People].all


def _belongs(state: State, person: UUID) -> bool:
    return person in state[People].all
