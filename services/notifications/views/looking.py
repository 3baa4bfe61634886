"""One look at a plan's informing: the shared look, with names that only plans can give."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.notifications.domain import catalogue
from services.notifications.domain.people import People
from shared.eventbase.obligation import Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.look import NamedLook, NamesOf
from shared.web.view import Reading

Data = dict[str, Any]


class InformingLook(NamedLook):
    """A look at who was told what: people are admitted when they are in the dossier."""

    def __init__(self, acting: Acting, names_of: NamesOf, terms: Terms, reading: Reading) -> None:
        super().__init__(acting, reading, _belongs, names_of)
        self.terms = terms

    @property
    def obligations(self) -> list[Obligation]:
        """What had to be done at V besides informing people, open and settled."""
        return catalogue.obligations_at(self.state, self.terms, self.moment.valid)


def _belongs(state: State, person: UUID) -> bool:
    return person in state[People].kinds
