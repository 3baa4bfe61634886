"""The measures of the mayor or the court, and their dates (R16, R17)."""

from __future__ import annotations

from datetime import datetime

from services.plans.domain.groundwork.measures import HEARING, Measure, MeasureKind, Measures, Moved
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.web.look import Look


def measures_view(look: DossierLook) -> Data:
    """Every measure as it stands at (V, K), and whether help is by consent or by order then."""
    measures = look.state[Measures]
    return {
        "measures": [_measure(look, each) for each in measures.all],
        "compulsory": measures.compulsory(look.moment.valid),
    }


def _measure(look: DossierLook, measure: Measure) -> Data:
    said = look.sight.said(measure.words)
    return {
        "item": measure.item,
        "kind": measure.kind,
        "on": measure.on,
        "protects": measure.protects,
        "begins": measure.begins,
        "ends": measure.ends,
        "in_force": measure.in_force(look.moment.valid),
        "hearing_before": _hearing_before(look, measure),
        "decided_by": said("decided_by"),
        "conditions": said("conditions"),
        "reference": said("reference"),
        "moved": [_moved(look, moved) for moved in measure.moved],
    }


def _hearing_before(look: DossierLook, measure: Measure) -> datetime | None:
    if measure.kind is not MeasureKind.PROVISIONAL_SUPERVISION:
        return None
    return look.terms.due(HEARING, measure.begins)


def _moved(look: Look, moved: Moved) -> Data:
    reason = look.sight.said(moved.words)("reason")
    return {"ends": moved.ends, "reason": reason, "at": moved.mark.at}
