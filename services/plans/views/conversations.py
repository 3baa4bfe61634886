"""Whom to speak to when, what is still missing, and what is proposed to begin with (S1.2, S1.3)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.family.people import People
from services.plans.domain.picture.conversations import Conversations, Held, Planned
from services.plans.domain.picture.gaps import Gap, Gaps, closed
from services.plans.domain.picture.proposals import proposals
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.eventbase.calendar import add_months

_OF_AGE = 18 * 12


def conversations_view(look: DossierLook) -> Data:
    """What is planned, held, missing and proposed; for those with full sight."""
    talks = look.state[Conversations]
    done = [each for each in talks.planned.values() if talks.settled(each.item) is not None]
    return {
        "planned": [_planned(look, each) for each in (*talks.open, *done)],
        "held": [_held(look, each) for each in talks.held.values()],
        "gaps": [_gap(look, each) for each in look.state[Gaps].all.values()],
        "proposals": proposals(look.state, look.terms, _children(look)),
    }


def _children(look: DossierLook) -> set[UUID]:
    born = {
        each.person: look.sight.said(each.details)("birth_date")
        for each in look.state[People].all.values()
    }
    # A birth date that was erased is a marker, and tells no age.
    known = {person: day for person, day in born.items() if hasattr(day, "year")}
    return {person for person, day in known.items() if look.day < add_months(day, _OF_AGE)}


def _planned(look: DossierLook, planned: Planned) -> Data:
    talks = look.state[Conversations]
    settled, let_go = talks.settled(planned.item), talks.cancelled.get(planned.item)
    return {
        "item": planned.item,
        "person": planned.person,
        "topics": look.sight.listed(planned.words, "topics"),
        "by": planned.by,
        "due": planned.due,
        "order": planned.order,
        "settled_at": settled.at if settled is not None else None,
        "reason_cancelled": look.sight.said(let_go.words)("reason") if let_go else None,
    }


def _held(look: DossierLook, held: Held) -> Data:
    return {
        "item": held.item,
        "people": held.people,
        "by": held.by,
        "outcome": look.sight.said(held.words)("outcome"),
        "planned": held.planned,
        "at": held.at,
    }


def _gap(look: DossierLook, gap: Gap) -> Data:
    how = closed(look.state, gap.item)
    return {
        "item": gap.item,
        "what": look.sight.said(gap.words)("what"),
        "about": gap.about,
        "due": gap.due,
        "origin": gap.origin,
        "at": gap.at,
        "closed_at": how.at if how else None,
        "conversation": how.conversation if how else None,
        "reason": look.sight.said(how.words)("reason") if how else None,
    }
