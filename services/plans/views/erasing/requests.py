"""The requests for erasure: what was asked, decided and approved, and what is in the way (R43)."""

from __future__ import annotations

import enum
from uuid import UUID

from services.plans.domain.erasing.deciding import Decision, Decisions
from services.plans.domain.erasing.holding import Hold, Holds
from services.plans.domain.erasing.ordering import Order, Orders
from services.plans.domain.erasing.owed import HANDLE
from services.plans.domain.erasing.requests import Extent, Request, Requests
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from shared.eventbase.state import State


class RequestStatus(enum.Enum):
    """How far a request is."""

    ASKED = "asked"
    DECIDED = "decided"
    REFUSED = "refused"
    APPROVED = "approved"


def requests_view(look: DossierLook) -> Data:
    """Every request, the orders that there are for this dossier, and the holds."""
    return {
        "requests": [_request(look, each) for each in look.state[Requests].all.values()],
        "orders": [_order(each) for each in look.state[Orders].all],
        "holds": holds(look),
    }


def holds(look: DossierLook) -> list[Data]:
    """Every hold, also those that are over."""
    standing = look.state[Holds].in_force(look.moment.valid)
    return [_hold(look, each, each in standing) for each in look.state[Holds].all.values()]


def _hold(look: DossierLook, hold: Hold, stands: bool) -> Data:
    lifted = look.state[Holds].lifted.get(hold.item)
    return {
        "item": hold.item,
        "reason": look.sight.said(hold.words)("reason"),
        "at": hold.at,
        "until": hold.until,
        "in_force": stands,
        "lifted_at": lifted.at if lifted is not None else None,
        "reason_lifted": look.sight.said(lifted.words if lifted else None)("reason"),
    }


def _request(look: DossierLook, request: Request) -> Data:
    decisions = look.state[Decisions]
    approved = decisions.approved.get(request.item)
    due = [o for o in look.obligations if o.duty == HANDLE and o.about == request.item]
    return {
        "item": request.item,
        "asked_by": request.asked_by,
        "why": look.sight.said(request.words)("why"),
        "asked": _extent(request.extent),
        "at": request.mark.at,
        "recorded_by": request.recorded_by,
        "due_at": due[0].due_at if due else None,
        "status": _status(look.state, request.item),
        "decisions": [_decision(look, each) for each in decisions.on.get(request.item, ())],
        "approved_at": approved.at if approved is not None else None,
    }


def _status(state: State, request: UUID) -> RequestStatus:
    decision = state[Decisions].last(request)
    if request in state[Decisions].approved:
        return RequestStatus.APPROVED
    if decision is None:
        return RequestStatus.ASKED
    refused = decision.event.granted.is_nothing
    return RequestStatus.REFUSED if refused else RequestStatus.DECIDED


def _decision(look: DossierLook, decision: Decision) -> Data:
    event = decision.event
    return {
        "item": event.item,
        "granted": _extent(event.granted),
        "ground": event.ground,
        "refusal": event.refusal,
        "reason": look.sight.said(decision.words)("reason"),
        "decided_by": decision.decided_by,
        "at": decision.mark.at,
    }


def _order(order: Order) -> Data:
    event = order.event
    extent = Extent(event.items, event.people, event.whole, event.addresses)
    return {"erasure": event.erasure, "ground": event.ground, "at": order.at} | _extent(extent)


def _extent(extent: Extent) -> Data:
    return {
        "items": extent.items,
        "people": extent.people,
        "addresses": extent.addresses,
        "whole": extent.whole,
    }
