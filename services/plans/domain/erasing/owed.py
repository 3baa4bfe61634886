"""What must be done about erasing: a request answered, a file looked at before its term ends."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from services.plans.domain.catalogue import catalogue
from services.plans.domain.erasing.deciding import Decisions
from services.plans.domain.erasing.keeping import retention
from services.plans.domain.erasing.requests import Requests
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

HANDLE, REVIEW = "wisverzoek-afhandelen", "bewaartermijn-herzien"
_TERM = catalogue.threshold("R43", Term(months=3))


def settled(state: State, request: UUID) -> Mark | None:
    """The approval of a request, or the decision to grant nothing; None while it is open."""
    decisions = state[Decisions]
    last = decisions.last(request)
    refused = last.mark if last is not None and last.event.granted.is_nothing else None
    return decisions.approved.get(request, refused)


def _requests(state: State, terms: Terms) -> Iterator[Obligation]:
    for each in state[Requests].all.values():
        due_at, done = terms.due(_TERM, each.mark.at), settled(state, each.item)
        yield Obligation(HANDLE, rule_of(_TERM), each.item, each.mark, due_at, done)


def _review(state: State, terms: Terms) -> Iterator[Obligation]:
    term = retention(state, terms)
    if term is not None:
        opened = Mark(term.start.event_id, term.review_at)
        yield Obligation(REVIEW, "R44", None, opened, term.until, _reviewed(state, opened))


def _reviewed(state: State, opened: Mark) -> Mark | None:
    """The first decision since then on a request to erase the whole file."""
    whole = [each.item for each in state[Requests].all.values() if each.extent.whole]
    made = [decision.mark for item in whole for decision in state[Decisions].on.get(item, ())]
    return min((m for m in made if m.at >= opened.at), key=lambda m: m.at, default=None)


catalogue.duty(
    Duty(HANDLE, "R43", "op het verzoek om wissing besluiten en het besluit uitvoeren", _requests),
    Duty(REVIEW, "R44", "besluiten of het dossier na de bewaartermijn wordt gewist", _review),
)
