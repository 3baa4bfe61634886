"""What was taken over from earlier plans: confirmed, still to confirm, or dropped (W4.2)."""

from __future__ import annotations

import enum
from uuid import UUID

from services.plans.domain.groundwork.adopting import Adoptions, Provenance, to_confirm
from services.plans.domain.groundwork.earlier_plans import EarlierPlan, EarlierPlans
from services.plans.domain.plan.agreements import Agreement, Agreements
from services.plans.domain.plan.promises import unconfirmed
from services.plans.views.parts.content import Data
from shared.web.look import Look


class AdoptionStatus(enum.Enum):
    """How it goes with an agreement that was taken over."""

    TO_CONFIRM = "to-confirm"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"


def adopted_view(look: Look) -> Data:
    """Every agreement that was taken over, for those with full sight."""
    agreements, state = look.state[Agreements].all, look.state
    found = [(agreements.get(item), origin) for item, origin in state[Adoptions].of.items()]
    return {"adopted": [_adopted(look, each, origin) for each, origin in found if each]}


def _adopted(look: Look, agreement: Agreement, origin: Provenance) -> Data:
    dropped = look.state[Adoptions].dropped.get(agreement.item)
    earlier = look.state[EarlierPlans].all.get(origin.earlier_plan)
    return {
        "item": agreement.item,
        "what": look.sight.said(agreement.words)("what"),
        "status": _status(look, agreement),
        "unconfirmed": _waiting_for(look, agreement),
        "reason_dropped": look.sight.said(dropped)("reason"),
        "source": origin.source,
        "at": origin.at,
        **_origin(look, earlier),
    }


def _status(look: Look, agreement: Agreement) -> AdoptionStatus:
    if agreement.ended:
        return AdoptionStatus.DROPPED
    waiting = to_confirm(look.state, agreement)
    return AdoptionStatus.TO_CONFIRM if waiting else AdoptionStatus.CONFIRMED


def _waiting_for(look: Look, agreement: Agreement) -> list[UUID]:
    return [] if agreement.ended else unconfirmed(look.state, agreement)


def _origin(look: Look, earlier: EarlierPlan | None) -> Data:
    """Where it came from; the earlier plan itself is read there, by whoever may."""
    if earlier is None:
        return {"provenance": None, "plan": None, "document": None}
    said = look.sight.said(earlier.words)
    told = f"overgenomen uit plan {said('organisation')} van {earlier.made_on:%d-%m-%Y}"
    return {"provenance": told, "plan": earlier.plan, "document": said("document")}
