"""How far the numbers of one deliberation lie apart, each person's own kept apart (S6.3, R29)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from services.plans.domain.picture.scale_questions import WIDE_SPREAD, Number, ScaleQuestion
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data

_Scale = tuple[ScaleQuestion, UUID | None]


def spreads(look: DossierLook, numbers: Iterable[Number]) -> list[Data]:
    """Per question and child the lowest and the highest; of each person the number given last."""
    given: defaultdict[_Scale, dict[UUID, int]] = defaultdict(dict)
    for number in numbers:
        value = look.sight.said(number.words)("value")
        if isinstance(value, int):
            event = number.event
            given[event.question, event.about_child][event.person] = value
    return [_spread(look, scale, values.values()) for scale, values in given.items()]


def _spread(look: DossierLook, scale: _Scale, values: Iterable[int]) -> Data:
    question, child = scale
    lowest, highest = min(values), max(values)
    wide = highest - lowest >= look.terms.number(WIDE_SPREAD, look.day)
    return {
        "question": question,
        "about_child": child,
        "lowest": lowest,
        "highest": highest,
        "points": highest - lowest,
        # Only numbers about safety ask for attention (R29).
        "far_apart": wide and question is ScaleQuestion.SAFETY,
    }
