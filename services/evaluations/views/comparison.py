"""This evaluation beside the one before it: ratings, verdicts and answers (W8.3)."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.course.recurring import as_it_happened
from services.evaluations.domain.sitting.evaluations import Evaluation, Evaluations
from services.evaluations.views.looking import Data, PlanLook
from services.evaluations.views.parts import answers, assessments, ratings
from shared.web.refusals import NotFound


def comparison_view(look: PlanLook, evaluation_id: UUID) -> Data:
    """One evaluation and the one held before it, as far as this audience may know of both.

    NotFound when there was none then, or none for this audience.
    """
    held = [e for e in look.state[Evaluations].all.values() if look.sight.sees(e.evaluation)]
    ordered = sorted(held, key=lambda evaluation: as_it_happened(evaluation.started))
    here = [n for n, each in enumerate(ordered) if each.evaluation == evaluation_id]
    if not here:
        raise NotFound
    before = ordered[here[0] - 1] if here[0] else None
    return {
        "now": _side(look, ordered[here[0]]),
        "before": _side(look, before) if before is not None else None,
    } | _items(look, ordered[here[0]], before)


def _side(look: PlanLook, evaluation: Evaluation) -> Data:
    return {
        "evaluation": evaluation.evaluation,
        "held_at": evaluation.started.at,
        "ratings": ratings(look, evaluation.evaluation),
        "answers": answers(look, evaluation.evaluation),
    }


def _items(look: PlanLook, now: Evaluation, before: Evaluation | None) -> Data:
    """Per bottom line and agreement the verdict now and before; only for full sight."""
    if not look.sight.full:
        return {}
    found = {each["item"]: each for each in assessments(look, now)}
    earlier = {each["item"]: each for each in assessments(look, before)} if before else {}
    return {
        "items": [
            {
                "item": item,
                "kind": (found.get(item) or earlier[item])["kind"],
                "now": found[item]["verdict"] if item in found else None,
                "before": earlier[item]["verdict"] if item in earlier else None,
            }
            for item in dict.fromkeys([*found, *earlier])
        ]
    }
