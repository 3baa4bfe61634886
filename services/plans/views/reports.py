"""The reports and what partners do with them: what we wait for, and since when (W2.3)."""

from __future__ import annotations

from services.plans.domain.groundwork.partner_answers import (
    PartnerAnswer,
    PartnerAnswers,
    waiting_since,
)
from services.plans.domain.groundwork.partner_clocks import CLOCKS
from services.plans.domain.groundwork.reports import Report, Reports
from services.plans.views.looking import DossierLook
from services.plans.views.parts.content import Data
from services.plans.views.parts.groundwork import reported


def reports_view(look: DossierLook) -> Data:
    """Every report, what was answered, and whether the partner is late at V."""
    return {"reports": [_report(look, made) for made in look.state[Reports].all]}


def _report(look: DossierLook, made: Report) -> Data:
    at = look.moment.valid
    clocks = [o for o in look.obligations if o.duty in CLOCKS and o.about == made.item]
    answers = look.state[PartnerAnswers].to.get(made.item, [])
    return reported(look, made) | {
        "item": made.item,
        "waiting_since": waiting_since(look.state, made),
        "overdue_at_partner": any(each.overdue(at) for each in clocks),
        "answers": [_answer(look, each) for each in answers],
    }


def _answer(look: DossierLook, answer: PartnerAnswer) -> Data:
    said = look.sight.said(answer.words)
    return {
        "kind": answer.kind,
        "said": said("said"),
        "said_by": said("said_by"),
        "at": answer.mark.at,
    }
