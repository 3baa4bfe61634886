"""One look at a plan: the shared look, with what only plans can tell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

import msgspec

from services.evaluations.domain import catalogue
from services.evaluations.domain.followed.people import People
from shared.eventbase.moment import Moment
from shared.eventbase.obligation import Obligation
from shared.eventbase.reach import Reach, Reaches
from shared.eventbase.state import State
from shared.eventbase.terms import Terms
from shared.record.acting import Acting
from shared.web.look import NamedLook, NamesOf
from shared.web.view import Reading

Data = dict[str, Any]


class OwnVersion(msgspec.Struct, frozen=True):
    """A version of the plan that a person has, under the number that it has for them (W8.4)."""

    number: int
    made_at: datetime


class AskPlans(msgspec.Struct, frozen=True):
    """What plans is asked in the name of whoever reads, at that moment (design section 5).

    ``versions_of``: their own versions, now or at a pair of moments.
    """

    names_of: NamesOf
    versions_of: Callable[[UUID, Moment | None], Sequence[OwnVersion]]


class PlanLook(NamedLook):
    """A look at a plan: people are admitted when they are in its dossier."""

    def __init__(self, acting: Acting, plans: AskPlans, terms: Terms, reading: Reading) -> None:
        super().__init__(acting, reading, _belongs, plans.names_of)
        self.terms = terms
        self._versions_of = plans.versions_of
        self._asked_at = reading.moment if reading.asked_for_past else None

    @cached_property
    def own_versions(self) -> Sequence[OwnVersion]:
        """The versions of the person who looks, as plans numbers them now.

        What was told when a version was made need not be so any more: what is hidden since, or
        was taken back, is no version of theirs.
        """
        return self._versions_of(self.plan_id, self._asked_at)

    @cached_property
    def obligations(self) -> list[Obligation]:
        """What had to be done at V, open and settled."""
        return catalogue.obligations_at(self.state, self.terms, self.moment.valid)

    def hidden_from(self, item: UUID) -> list[UUID]:
        """From whom an item was hidden at (V, K); only for those who see it all the same."""
        return sorted(self.state[Reaches].of.get(item, Reach()).hidden_from)


def _belongs(state: State, person: UUID) -> bool:
    return person in state[People].all
