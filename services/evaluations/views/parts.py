"""The parts of one evaluation, item by item as far as one audience may see them."""

from __future__ import annotations

from uuid import UUID

from services.evaluations.domain.sitting.answers import Answers
from services.evaluations.domain.sitting.assessments import Assessments
from services.evaluations.domain.sitting.evaluations import Evaluation, judged_items
from services.evaluations.domain.sitting.ratings import ENDS, Rating, Ratings
from services.evaluations.views.looking import Data, PlanLook
from services.evaluations.views.scales import Scale
from shared.eventbase.spread import Number


def ratings(look: PlanLook, evaluation: UUID) -> list[Data]:
    """Each rating separately, with its reason (S6.3)."""
    return [_rating(look, rating) for rating in _visible(look, evaluation)]


def numbers(look: PlanLook, evaluation: UUID) -> list[Number[Scale]]:
    """The numbers that were given, as far as this audience may see them."""
    found = []
    for rating in _visible(look, evaluation):
        value = look.sight.said(rating.words)("value")
        if isinstance(value, int):
            scale = Scale(rating.event.question, rating.event.about_child)
            found.append(Number(scale, rating.event.person, value))
    return found


def _visible(look: PlanLook, evaluation: UUID) -> list[Rating]:
    given = look.state[Ratings].of.get(evaluation, [])
    return [rating for rating in given if look.sight.sees(rating.event.item)]


def _rating(look: PlanLook, rating: Rating) -> Data:
    event, said = rating.event, look.sight.said(rating.words)
    about = event.about_child
    value = said("value")
    return {
        "item": event.item,
        "person": event.person,
        "question": event.question,
        "ends": ENDS[event.question],
        # An erased number reads as none; its reason says that it was erased.
        "value": value if isinstance(value, int) else None,
        "declined": event.declined,
        "why": said("why"),
        "about_child": about if about is not None and look.sight.knows(about) else None,
        **_for_writers(look, event.item, rating.event_id),
    }


def answers(look: PlanLook, evaluation: UUID) -> list[Data]:
    """Each answer with its holder (S7.4)."""
    return [
        {
            "item": answer.event.item,
            "question": answer.event.question,
            "holder": answer.event.holder,
            "text": look.sight.said(answer.words)("text"),
            **_for_writers(look, answer.event.item, answer.event_id),
        }
        for answer in look.state[Answers].of.get(evaluation, [])
        if look.sight.sees(answer.event.item)
    ]


def assessments(look: PlanLook, evaluation: Evaluation) -> list[Data]:
    """How it went with each bottom line and agreement; only for those with full sight (W8.1)."""
    kinds = {item.item: item.kind for item in judged_items(look.state, evaluation)}
    return [
        {
            "assessment": assessment.event.assessment,
            "item": item,
            "kind": kinds.get(item),
            "verdict": assessment.event.verdict,
            "evidence": look.sight.said(assessment.words)("evidence"),
            "event_id": assessment.event_id,
        }
        for item, assessment in look.state[Assessments].of.get(evaluation.evaluation, {}).items()
    ]


def _for_writers(look: PlanLook, item: UUID, event_id: UUID) -> Data:
    if not look.sight.full:
        return {}
    return {"event_id": event_id, "hidden_from": look.hidden_from(item)}
