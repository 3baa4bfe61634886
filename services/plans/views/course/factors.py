"""The factors, what is done about them, how they go, and which of them stand still (W5, W10.5)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from services.plans.domain.course.complicating_factors import ComplicatingFactors
from services.plans.domain.course.factors import Handling, Reduction, Review
from services.plans.domain.course.progress import is_gone, standing_still, touches
from services.plans.domain.course.risk_factors import RiskFactors
from services.plans.domain.course.trauma import open_risks
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.eventbase.calendar import local_day


def factors_view(look: DossierLook) -> Data:
    """Both lists, apart, and the untreated needs that a worker counts as a risk (W6.2)."""
    return {
        "risk_factors": risk_factors(look),
        "complicating_factors": complicating_factors(look),
        "untreated_needs": [
            {"need": need.item, "person": need.person} for need in open_risks(look.state)
        ],
    }


def risk_factors(look: DossierLook) -> list[Data]:
    """The risk factors, those that are gone too."""
    return _factors(look, look.state[RiskFactors].all.values())


def complicating_factors(look: DossierLook) -> list[Data]:
    """The complicating factors, with what they do to the unsafety."""
    found = look.state[ComplicatingFactors].all.values()
    told = _factors(look, found)
    return [each | {"effect": of.effect} for each, of in zip(told, found, strict=True)]


def stagnation_view(look: DossierLook) -> Data:
    """The factors that nobody worked on for too long, and for how many days."""
    still = standing_still(look.state, look.terms, look.moment.valid)
    return {
        "factors": [
            {
                "item": item,
                "text": _words(look, item)("text"),
                "last_touched_at": mark.at,
                "days": (look.day - local_day(mark.at)).days,
            }
            for item, mark in still.items()
        ]
    }


def _words(look: DossierLook, item: UUID) -> Any:
    known = look.state[RiskFactors].all.get(item) or look.state[ComplicatingFactors].all[item]
    return look.sight.said(known.words)


def _factors(look: DossierLook, factors: Iterable[Any]) -> list[Data]:
    touched = touches(look.state)
    still = standing_still(look.state, look.terms, look.moment.valid)
    return [
        _factor(look, each)
        | {"last_touched_at": touched[each.item][-1].mark.at, "still": each.item in still}
        for each in factors
    ]


def _factor(look: DossierLook, factor: Any) -> Data:
    said, handling = look.sight.said(factor.words), look.state[Handling]
    return {
        "item": factor.item,
        "text": said("text"),
        "source": said("source"),
        "about": factor.about,
        "at": factor.mark.at,
        "gone": is_gone(look.state, factor.item),
        "reductions": [_reduction(look, r) for r in handling.reductions.get(factor.item, ())],
        "reviews": [_review(look, r) for r in handling.reviews.get(factor.item, ())],
    }


def _reduction(look: DossierLook, reduction: Reduction) -> Data:
    return {
        "item": reduction.item,
        "action": look.sight.said(reduction.words)("action"),
        "owner": reduction.owner,
        "due": reduction.due,
        "placed_in": reduction.place.placed_in,
        "support_plan": reduction.place.support_plan,
    }


def _review(look: DossierLook, review: Review) -> Data:
    return {
        "trend": review.trend,
        "findings": look.sight.said(review.words)("findings"),
        "reviewed_with": review.reviewed_with,
        "at": review.mark.at,
    }
