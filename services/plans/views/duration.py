"""How long it lasts: what ends soon, what is over and must be discussed, and the plan itself."""

from __future__ import annotations

from services.plans.domain.plan.agreements import Agreement
from services.plans.domain.plan.duration import Duration, endless, expiring, over
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data


def duration_view(look: DossierLook) -> Data:
    """The terms at V, for those with full sight (S6.6, R34, W10.1)."""
    state, day = look.state, look.day
    expected = state[Duration].expected
    return {
        "expected_until": expected.until if expected else None,
        "reason": look.sight.said(expected.words)("reason") if expected else None,
        "expiring": [_one(look, each) for each in expiring(state, day, look.terms)],
        "over": [_one(look, each) for each in over(state, day)],
        "endless": [_one(look, each) for each in endless(state)],
    }


def _one(look: DossierLook, agreement: Agreement) -> Data:
    return {
        "item": agreement.item,
        "what": look.sight.said(agreement.words)("what"),
        "responsible": agreement.responsible,
        "valid_until": agreement.valid_until,
    }
