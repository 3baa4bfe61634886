"""Who can think along, from the innermost circle out, and what came of asking them (S5)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.family.people import People
from services.plans.domain.network.attendance import Attendances
from services.plans.domain.network.circles import NetworkCircles
from services.plans.domain.network.inviting import Invitations
from services.plans.domain.network.willingness import Answers, willing_network
from services.plans.views.parts.content import Data
from shared.web.look import Look

_OUTSIDE = 10**6


def circles_view(look: Look) -> Data:
    """Everybody who was named, invited, asked or weighed; for professionals."""
    state = look.state
    placed, invited = state[NetworkCircles].of, state[Invitations].of
    named = {**placed, **invited, **state[Answers].of, **state[Attendances].of}
    people = [person for person in named if person in state[People].all]
    return {
        "people": [_person(look, person) for person in sorted(people, key=lambda p: _at(look, p))],
        "willing": willing_network(state),
    }


def _at(look: Look, person: UUID) -> int:
    placed = look.state[NetworkCircles].of.get(person)
    return placed.circle if placed is not None else _OUTSIDE


def _person(look: Look, person: UUID) -> Data:
    state, sight = look.state, look.sight
    placed = state[NetworkCircles].of.get(person)
    return {
        "person": person,
        "name": sight.said(state[People].all[person].details)("name"),
        "circle": placed.circle if placed is not None else None,
        "named_by": placed.named_by if placed is not None else (),
        "why": sight.said(placed.words)("why") if placed is not None else None,
        "named": [
            {"person": namer, "circle": placing.circle}
            for namer, placing in state[NetworkCircles].named.get(person, {}).items()
        ],
        "invitation": _told(look, state[Invitations].of.get(person), "how"),
        "willingness": _told(look, state[Answers].of.get(person), "reason"),
        "attendance": _told(look, state[Attendances].of.get(person), "reason"),
    }


def _told(look: Look, said: Any, words: str) -> Data | None:
    if said is None:
        return None
    facts = {name: getattr(said, name) for name in said.__struct_fields__ if name != "words"}
    return facts | {words: look.sight.said(said.words)(words)}
