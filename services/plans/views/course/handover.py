"""What whoever takes a dossier over must know, drawn from its events; and the transfers (R39)."""

from __future__ import annotations

from services.plans.domain import catalogue
from services.plans.domain.course.progress import is_gone
from services.plans.domain.course.recovery import unmapped
from services.plans.domain.course.transfer import Transfer, Transfers
from services.plans.domain.family.case_lead import CaseLead
from services.plans.domain.plan.versions import Versions
from services.plans.views.course.factors import complicating_factors, risk_factors
from services.plans.views.course.phases import phase_line
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data, plan_content
from services.plans.views.plan import status_of
from shared.web.duties import row


def handover_view(look: DossierLook) -> Data:
    """Who is responsible, how it stands, what is agreed, what must be done, what is incomplete."""
    state, at = look.state, look.moment.valid
    current = state[Versions].current
    return {
        "responsible": state[CaseLead].person,
        **transfers(look),
        "status": status_of(state),
        "version": current.number if current is not None else None,
        "phases": phase_line(look),
        "risk_factors": [f for f in risk_factors(look) if not is_gone(state, f["item"])],
        "complicating_factors": [
            f for f in complicating_factors(look) if not is_gone(state, f["item"])
        ],
        "recovery_open": unmapped(state),
        "obligations": [row(o, at) for o in look.obligations if o.settled is None],
        "flags": catalogue.open_points(state, at),
        **plan_content(look.sight, state, look.day),
    }


def transfers(look: DossierLook) -> Data:
    """Every time that the dossier was offered to somebody else, and the answer."""
    return {"transfers": [_transfer(look, each) for each in look.state[Transfers].all.values()]}


def _transfer(look: DossierLook, transfer: Transfer) -> Data:
    said, answer = look.sight.said(transfer.words), look.sight.said(transfer.answer)
    return {
        "item": transfer.item,
        "receiver": transfer.receiver,
        "team": said("team"),
        "reason": said("reason"),
        "notes": said("notes"),
        "at": transfer.mark.at,
        "status": transfer.status,
        "answered_at": transfer.answered.at if transfer.answered is not None else None,
        "remark": answer("remark"),
    }
