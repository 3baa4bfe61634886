"""What everybody needs to recover, how many are still open, and how far help is (W6)."""

from __future__ import annotations

from services.plans.domain.course.helping import Help, Helping
from services.plans.domain.course.recovery import (
    RecoveryNeed,
    RecoveryNeeds,
    is_complete,
    unmapped,
)
from services.plans.domain.course.trauma import WeighedNeeds, open_risks
from services.plans.views.parts.content import Data
from shared.web.look import Look


def recovery_view(look: Look) -> Data:
    """Per person the last answer, and all help; ``open``: of whom nothing was mapped yet."""
    left = unmapped(look.state)
    return {
        "needs": [_need(look, need) for need in look.state[RecoveryNeeds].current.values()],
        "open_count": len(left),
        "open": left,
        "complete": is_complete(look.state),
        "help": [_help(look, each) for each in look.state[Helping].all.values()],
    }


def _need(look: Look, need: RecoveryNeed) -> Data:
    said = look.sight.said(need.words)
    weighed = look.state[WeighedNeeds].of.get(need.item)
    return {
        "item": need.item,
        "person": need.person,
        "need": need.need,
        "kind": said("kind"),
        "explanation": said("explanation"),
        "asked": need.asked,
        "at": need.mark.at,
        "is_risk": weighed.is_risk if weighed is not None else None,
        "reason": look.sight.said(weighed.words)("reason") if weighed is not None else None,
        "open_risk": need in open_risks(look.state),
    }


def _help(look: Look, each: Help) -> Data:
    said = look.sight.said(each.words)
    return {
        "item": each.item,
        "person": each.person,
        "kind": said("kind"),
        "provider": said("provider"),
        "status": each.stand.status,
        "since": each.since,
        "remark": look.sight.said(each.stand.words)("remark"),
        "weeks_waiting": each.weeks_waiting(look.moment.valid),
        "placed_in": each.place.placed_in,
        "support_plan": each.place.support_plan,
    }
