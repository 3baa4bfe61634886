"""What was considered about what keeps going wrong, by whom and with whom (R12, R28)."""

from __future__ import annotations

from services.evaluations.domain.considering.considerations import Considerations, Considered
from services.evaluations.domain.course.recurring import as_it_happened
from services.evaluations.views.looking import Data, PlanLook


def considerations_view(look: PlanLook) -> Data:
    """Every consideration, as they were made."""
    made = [each for found in look.state[Considerations].of.values() for each in found]
    ordered = sorted(made, key=lambda each: as_it_happened(each.mark))
    return {"considerations": [_considered(look, each) for each in ordered]}


def _considered(look: PlanLook, considered: Considered) -> Data:
    event, said = considered.event, look.sight.said(considered.words)
    return {
        "consideration": event.consideration,
        "item": event.item,
        "weighed": said("weighed"),
        "decision": said("decision"),
        "decided_by": event.decided_by,
        "consulted": event.consulted,
        "happened_at": considered.mark.at,
    }
