"""Acts on the rights of people, with everything filled in that a test does not care about."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from services.plans.domain.rights.answering import AnswerRightsRequest, Outcome, RightsRefusal
from services.plans.domain.rights.asking import ExtendRightsAnswer, RecordRightsRequest, Right
from services.plans.domain.rights.own_statements import AddOwnStatement
from tests.unit.plans.acts import Family, concern


def ask(family: Family, **more: Any) -> RecordRightsRequest:
    """Stefan asks for access; his passport was seen."""
    said = {"right": Right.ACCESS, "what": "Alles", "identity": "Paspoort gezien"}
    return RecordRightsRequest(asked_by=family.stefan, **said | more)


def answer(request: UUID, **more: Any) -> AnswerRightsRequest:
    """All of it is given."""
    said = {"outcome": Outcome.GRANTED, "explanation": "Zie bijlage"}
    return AnswerRightsRequest(request=request, **said | more)


def refusal(request: UUID, **more: Any) -> AnswerRightsRequest:
    """Nothing of it is given."""
    said = {"outcome": Outcome.REFUSED, "refusal": RightsRefusal.OTHERS_PRIVACY}
    return answer(request, **said | more)


def extend(request: UUID, **more: Any) -> ExtendRightsAnswer:
    """It takes longer."""
    return ExtendRightsAnswer(request=request, reason="Veel papier", **more)


def state_own(family: Family, *about: UUID) -> AddOwnStatement:
    """What Stefan has to say of these items."""
    return AddOwnStatement(person=family.stefan, about=about, text="Zo was het niet")


def used(family: Family) -> None:
    """A part of a history: every event on the rights of people."""
    request = family.case.item(ask(family))
    family.case.do(extend(request))
    family.case.do(answer(request))
    family.case.do(state_own(family, family.case.item(concern())))
