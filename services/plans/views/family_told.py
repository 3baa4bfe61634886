"""Who of the family was given the two messages, who was not, and who still must be (W2.2)."""

from __future__ import annotations

from uuid import UUID

from services.plans.domain.groundwork.messages_owed import family, owed_to
from services.plans.domain.groundwork.messages_withheld import Withheld, Withholding
from services.plans.domain.groundwork.transparency import Message, Transparency
from services.plans.views.parts.content import Data
from shared.web.look import Look


def family_told_view(look: Look) -> Data:
    """Per person of the family what they were told at (V, K)."""
    return {"people": [_person(look, person) for person in family(look.state)]}


def _person(look: Look, person: UUID) -> Data:
    given = look.state[Transparency].given.get(person, set())
    withheld = look.state[Withholding].of
    left = [m for m in Message if (person, m) in withheld and m not in given]
    return {
        "person": person,
        "given": [message for message in Message if message in given],
        "withheld": [_withheld(look, m, withheld[person, m]) for m in left],
        "owed": owed_to(look.state, person),
    }


def _withheld(look: Look, message: Message, decided: Withheld) -> Data:
    return {
        "message": message,
        "why": decided.why,
        "reason": look.sight.said(decided.words)("reason"),
        "decided_by": decided.decided_by,
        "consulted": decided.consulted,
        "at": decided.mark.at,
    }
