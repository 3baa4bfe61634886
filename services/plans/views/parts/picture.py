"""What is known before and around a plan: concerns, earlier plans, support plans (W0.7, W4, S2)."""

from __future__ import annotations

from services.plans.domain.groundwork.earlier_plans import Check, EarlierPlan, EarlierPlans
from services.plans.domain.groundwork.support_plans import SupportPlan, SupportPlans
from services.plans.domain.picture.concerns import Concern, Concerns
from services.plans.domain.picture.sharing import Shared, Sharing
from services.plans.views.parts.content import Data
from shared.web.look import Look


def picture(look: Look) -> Data:
    """The picture, for those who see all of it."""
    return {
        "concerns": [
            concern_content(look, concern) for concern in look.state[Concerns].all.values()
        ],
        "earlier_plan_checks": [_check(look, check) for check in look.state[EarlierPlans].checks],
        "earlier_plans": [_earlier(look, plan) for plan in look.state[EarlierPlans].all.values()],
        "support_plans": [_support(look, plan) for plan in look.state[SupportPlans].all.values()],
    }


def concern_content(look: Look, concern: Concern) -> Data:
    """One concern, for those who see all of it."""
    said, sharing = look.sight.said(concern.words), look.state[Sharing]
    left = sharing.left.get(concern.item)
    return {
        "item": concern.item,
        "what": said("what"),
        "ascertained": concern.ascertained,
        "source": said("source"),
        "about": concern.about,
        "holder": concern.holder,
        "since": concern.since,
        "consequence": said("consequence"),
        "quote": said("quote"),
        "at": concern.at,
        **look.clocks(concern.event_id),
        "shared": [_shared(look, told) for told in sharing.told.get(concern.item, ())],
        "reason_not_shared": look.sight.said(left.words)("reason") if left else None,
    }


def _shared(look: Look, told: Shared) -> Data:
    reaction = look.sight.said(told.words)("reaction")
    return {"person": told.person, "at": told.at, "reaction": reaction}


def _check(look: Look, check: Check) -> Data:
    where = look.sight.said(check.words)("where")
    return {"found": check.found, "where": where, "by": check.by, "at": check.at}


def _earlier(look: Look, plan: EarlierPlan) -> Data:
    said = look.sight.said(plan.words)
    return {
        "item": plan.item,
        "organisation": said("organisation"),
        "document": said("document"),
        "made_on": plan.made_on,
        "plan": plan.plan,
    }


def _support(look: Look, plan: SupportPlan) -> Data:
    said = look.sight.said(plan.words)
    return {
        "item": plan.item,
        "system": said("system"),
        "reference": said("reference"),
        "linked_at": plan.linked_at,
        "confirmed_at": plan.confirmed_at,
        "said_by": look.sight.said(plan.confirmed)("said_by"),
    }
