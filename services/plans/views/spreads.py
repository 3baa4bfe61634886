"""How far the numbers of one deliberation lie apart, and which ask for attention (S6.3, R29)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from services.plans.domain.picture.scale_questions import WIDE_SPREAD, ScaleQuestion
from services.plans.domain.picture.scale_questions import Number as Answer
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.eventbase.spread import Number, Spread, spreads

_Scale = tuple[ScaleQuestion, UUID | None]


def spreads_of(look: DossierLook, answers: Iterable[Answer]) -> list[Data]:
    """Per question and child the lowest and the highest number, as far as they can be read."""
    return [_row(look, spread) for spread in spreads(_numbers(look, answers))]


def _numbers(look: DossierLook, answers: Iterable[Answer]) -> Iterator[Number[_Scale]]:
    for answer in answers:
        value = look.sight.said(answer.words)("value")
        if isinstance(value, int):
            event = answer.event
            yield Number((event.question, event.about_child), event.person, value)


def _row(look: DossierLook, spread: Spread[_Scale]) -> Data:
    question, child = spread.scale
    wide = spread.points >= look.terms.number(WIDE_SPREAD, look.day)
    return {
        "question": question,
        "about_child": child,
        "lowest": spread.lowest,
        "highest": spread.highest,
        "points": spread.points,
        # Only numbers about safety ask for attention (R29).
        "far_apart": wide and question is ScaleQuestion.SAFETY,
    }
