"""Who confirmed that something was erased: a service that did not within a day is asked (R43)."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.catalogue import catalogue
from services.notifications.domain.erasing import NoticeContentErased, NoticesDestroyed
from services.notifications.domain.followed import (
    ErasureOrdered,
    EvaluationContentErased,
    EvaluationsDestroyed,
    PlanContentErased,
    PlanDestroyed,
)
from shared.eventbase.erasing import Ground
from shared.eventbase.event import Stamp
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

# Integrity 3.3: what is missing after 24 hours is an incident.
_CONFIRMED = catalogue.threshold("R43-bevestigd", Term(hours=24))

CONFIRM = "wissing-bevestigen"


class Keeper(enum.Enum):
    """A service that keeps something of a dossier."""

    PLANS = "plans"
    EVALUATIONS = "evaluations"
    NOTIFICATIONS = "notifications"


class Confirmation(msgspec.Struct, frozen=True):
    """When a service erased, and when no copy of a key can be unwrapped any more."""

    mark: Mark
    complete_by: datetime


class Ordered(msgspec.Struct, frozen=True):
    """One order to erase. ``confirmed``: by each service that said it is done."""

    erasure: UUID
    ground: Ground
    mark: Mark
    confirmed: dict[Keeper, Confirmation]

    @property
    def missing(self) -> list[Keeper]:
        """The services that have not confirmed."""
        return [each for each in Keeper if each not in self.confirmed]

    @property
    def complete_by(self) -> datetime | None:
        """When it is complete everywhere; None while a service has not confirmed."""
        if self.missing:
            return None
        return max(each.complete_by for each in self.confirmed.values())

    @property
    def settled(self) -> Mark | None:
        """The last confirmation; None while a service has not confirmed."""
        if self.missing:
            return None
        return max((each.mark for each in self.confirmed.values()), key=lambda mark: mark.at)


class Confirmations:
    """The orders of a dossier, and what was confirmed of each; a part of the state."""

    def __init__(self) -> None:
        self.ordered: dict[UUID, Ordered] = {}
        # A confirmation may be followed before the order that it is of.
        self.confirmed: dict[UUID, dict[Keeper, Confirmation]] = {}

    def of(self, erasure: UUID) -> dict[Keeper, Confirmation]:
        """What was confirmed of one request, by service."""
        return self.confirmed.setdefault(erasure, {})


def confirm_by(terms: Terms, ordered_at: datetime) -> datetime:
    """When every service must have confirmed an order of that moment."""
    return terms.due(_CONFIRMED, ordered_at)


@catalogue.fold.on(ErasureOrdered)
def _ordered(state: State, event: ErasureOrdered, stamp: Stamp) -> None:
    confirmed = state[Confirmations].of(event.erasure)
    mark = Mark(stamp.event_id, stamp.effective_at)
    ordered = Ordered(event.erasure, event.ground, mark, confirmed)
    state[Confirmations].ordered[event.erasure] = ordered


_Said = (
    PlanContentErased
    | PlanDestroyed
    | EvaluationContentErased
    | EvaluationsDestroyed
    | NoticeContentErased
    | NoticesDestroyed
)
_BY: dict[type, Keeper] = {
    PlanContentErased: Keeper.PLANS,
    PlanDestroyed: Keeper.PLANS,
    EvaluationContentErased: Keeper.EVALUATIONS,
    EvaluationsDestroyed: Keeper.EVALUATIONS,
    NoticeContentErased: Keeper.NOTIFICATIONS,
    NoticesDestroyed: Keeper.NOTIFICATIONS,
}


@catalogue.fold.on(*_BY)
def _confirmed(state: State, event: _Said, stamp: Stamp) -> None:
    said = Confirmation(Mark(stamp.event_id, stamp.effective_at), event.complete_by)
    state[Confirmations].of(event.erasure)[_BY[type(event)]] = said


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    for each in state[Confirmations].ordered.values():
        due_at = confirm_by(terms, each.mark.at)
        yield Obligation(
            CONFIRM, rule_of(_CONFIRMED), each.erasure, each.mark, due_at, each.settled
        )


catalogue.duty(Duty(CONFIRM, "R43", "door elke dienst laten bevestigen dat is gewist", _owed))
