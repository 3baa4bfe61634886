"""Whom to speak to first: proposed from the judgement of unsafety, planned by people (S1.3)."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from services.plans.domain.catalogue import catalogue
from services.plans.domain.family.people import PartyKind, People
from services.plans.domain.groundwork.unsafety import Classification, Classifications, Unsafety
from services.plans.domain.picture.conversations import Conversations
from shared.eventbase.state import State
from shared.eventbase.terms import Term, Terms, rule_of

_CHILDREN_WHEN_ACUTE = catalogue.threshold("R06", Term(working_days=1))
_CHILDREN = catalogue.threshold("R06-structureel", Term(working_days=5))
_FAMILY_WHEN_ACUTE = catalogue.threshold("R37-acuut", Term(working_days=3))
_FAMILY = catalogue.threshold("R04", Term(working_days=5))
_OTHERS = catalogue.threshold("R05", Term(working_days=10))


class Subject(enum.Enum):
    """What a proposed conversation is for."""

    CHILDREN = "children"
    FAMILY = "family"
    OTHERS = "others"


_WHEN_ACUTE = (
    (Subject.CHILDREN, _CHILDREN_WHEN_ACUTE),
    (Subject.FAMILY, _FAMILY_WHEN_ACUTE),
    (Subject.OTHERS, _FAMILY_WHEN_ACUTE),
)
_WHEN_STRUCTURAL = (
    (Subject.FAMILY, _FAMILY),
    (Subject.CHILDREN, _CHILDREN),
    (Subject.OTHERS, _OTHERS),
)


class Proposal(msgspec.Struct, frozen=True):
    """With whom a conversation is proposed, in which order, and by when."""

    subject: Subject
    people: tuple[UUID, ...]
    order: int
    rule: str
    due_at: datetime


def proposals(state: State, terms: Terms, children: Collection[UUID]) -> list[Proposal]:
    """Who were not spoken to, nor planned to be, since it was judged so; the first one first.

    ``children``: who of the people are children, which their sealed birth dates tell.
    """
    judged = state[Classifications].current
    if judged is None or judged.kind is Unsafety.NONE_FOUND:
        return []
    return list(_proposed(state, terms, children, judged))


def _proposed(
    state: State, terms: Terms, children: Collection[UUID], judged: Classification
) -> Iterator[Proposal]:
    asked = _WHEN_ACUTE if judged.kind.is_acute else _WHEN_STRUCTURAL
    spoken = set(_spoken(state, judged.since))
    for order, (subject, term) in enumerate(asked, 1):
        everybody = _people(state, subject, children)
        people = tuple(person for person in everybody if person not in spoken)
        # Children of whom no birth date is known are asked for as well: there may be some.
        if people or (subject is Subject.CHILDREN and not everybody):
            due_at = terms.due(term, judged.since)
            yield Proposal(subject, people, order, rule_of(term), due_at)


def _people(state: State, subject: Subject, children: Collection[UUID]) -> list[UUID]:
    people = state[People].all.values()
    if subject is Subject.CHILDREN:
        return [each.person for each in people if each.person in children]
    kinds = _KINDS[subject]
    return [each.person for each in people if each.kind in kinds and each.person not in children]


_KINDS = {
    Subject.FAMILY: (PartyKind.FAMILY,),
    Subject.OTHERS: (PartyKind.NETWORK, PartyKind.AGENCY),
}


def _spoken(state: State, since: datetime) -> Iterable[UUID]:
    talks = state[Conversations]
    held = (p for talk in talks.held.values() if talk.at >= since for p in talk.people)
    return [*held, *(planned.person for planned in talks.open)]
