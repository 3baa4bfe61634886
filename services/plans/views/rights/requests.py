"""What people asked of their file, and what was answered (R42)."""

from __future__ import annotations

from services.plans.domain.rights.answering import ANSWER, RightsAnswer, RightsAnswers
from services.plans.domain.rights.asking import RightsRequest, RightsRequests
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data


def rights_view(look: DossierLook) -> Data:
    """Every request, its term and its answer, for those with full sight."""
    return {"requests": [_request(look, each) for each in look.state[RightsRequests].all.values()]}


def _request(look: DossierLook, request: RightsRequest) -> Data:
    event, said = request.event, look.sight.said(request.words)
    extended = look.state[RightsRequests].extended.get(event.item)
    answer = look.state[RightsAnswers].to.get(event.item)
    due = [o.due_at for o in look.obligations if o.duty == ANSWER and o.about == event.item]
    return {
        "item": event.item,
        "right": event.right,
        "asked_by": event.asked_by,
        "on_behalf_of": event.on_behalf_of,
        "what": said("what"),
        "identity": said("identity"),
        "at": request.mark.at,
        "due_at": due[0] if due else None,
        "reason_extended": look.sight.said(extended.words if extended else None)("reason"),
        "answer": _answer(look, answer) if answer is not None else None,
    }


def _answer(look: DossierLook, answer: RightsAnswer) -> Data:
    event, said = answer.event, look.sight.said(answer.words)
    return {
        "item": event.item,
        "outcome": event.outcome,
        "refusal": event.refusal,
        "explanation": said("explanation"),
        "identity": said("identity"),
        "consulted": event.consulted,
        "at": answer.mark.at,
    }
