"""What happens between evaluations, what people see, say and hear then; and corrections of it."""

from __future__ import annotations

from typing import Any

from services.evaluations.api.children import schemas as children
from services.evaluations.api.correction.schemas import CorrectEventSchema
from tests.integration.canary.stage import Stage


def corrected(stage: Stage, voided: str, kind: str, values: dict[str, Any]) -> None:
    """The last event of a kind is taken back, and something else stands in its place."""
    instead = {"gebeurtenisId": stage.event("evaluations", voided)}
    stage.done(CorrectEventSchema, **instead, inPlaatsDaarvan={kind: values})


def play_children(stage: Stage, child: str) -> None:
    """The children are named, spoken and seen."""
    stage.done(children.NameChildrenSchema, kinderen=[child])
    stage.done(children.RecordChildConversationSchema, kind=child)
    corrected(stage, "kindgesprek-vastgelegd", "kindgesprek-vastleggen", {"kind": child})
