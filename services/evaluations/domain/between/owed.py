"""The team keeps in contact with the family: it is not out of sight for long (R37)."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from services.evaluations.domain.between.addressing import Addressings
from services.evaluations.domain.between.contacts import Contacts, family_among
from services.evaluations.domain.breaches.hearing import Hearings
from services.evaluations.domain.catalogue import catalogue
from services.evaluations.domain.children.conversations import Conversations, Speaker
from services.evaluations.domain.course.recurring import due_by, waits
from services.evaluations.domain.followed.people import People
from services.evaluations.domain.followed.plan import Plan
from services.evaluations.domain.followed.safety import Safety
from services.evaluations.domain.followed.values import PartyKind
from services.evaluations.domain.sitting.evaluations import Evaluation, Evaluations
from shared.eventbase.obligation import Duty, Mark, Obligation
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

CONTACT = "contact-houden"
_TERM = catalogue.threshold("R37", Term(weeks=3))
_WHEN_ACUTE = catalogue.threshold("R37-acuut", Term(working_days=3))


def _owed(state: State, terms: Terms) -> Iterator[Obligation]:
    plan = state[Plan]
    if plan.first is None:
        return
    for wait in waits(plan.first.mark, _contacts(state), plan.ended):
        due_at = due_by(state[Safety], terms, wait, _TERM, _WHEN_ACUTE)
        yield Obligation(CONTACT, rule_of(_TERM), None, wait.opened, due_at, wait.closed)


def _contacts(state: State) -> Iterator[Mark]:
    """Every contact of a professional with somebody of the family, however it came about."""
    yield from (contact.mark for contact in state[Contacts].all.values())
    for evaluation in state[Evaluations].all.values():
        if family_among(state, _heard(evaluation)):
            yield evaluation.started
    conversations = state[Conversations]
    for child in conversations.children:
        for held in conversations.of(child):
            if held.event.speaker is Speaker.PROFESSIONAL:
                yield held.mark
    yield from _said(state)


def _heard(evaluation: Evaluation) -> tuple[UUID, ...]:
    return (*evaluation.participants, *(a.person for a in evaluation.absent if a.heard_otherwise))


def _said(state: State) -> Iterator[Mark]:
    for hearings in state[Hearings].of.values():
        for hearing in hearings:
            if hearing.event.heard and family_among(state, (hearing.event.person,)):
                yield hearing.mark
    for addressing in state[Addressings].all.values():
        by = state[People].all.get(addressing.event.by)
        if by is PartyKind.PROFESSIONAL and family_among(state, (addressing.event.whom,)):
            yield addressing.mark


catalogue.duty(Duty(CONTACT, "R37", "contact hebben met het gezin", _owed))
