"""What is due and what was settled, for those with full sight (W8.4, R24, R25)."""

from __future__ import annotations

from services.notifications.domain.incidents import Incidents
from services.notifications.domain.notices import NoticeState
from services.notifications.domain.obligations import Obligation, obligations
from services.notifications.views.looking import Data, InformingLook
from services.notifications.views.standing import notice_of, standing
from shared.web.duties import row


def obligations_view(look: InformingLook) -> Data:
    """Everything that was due at V, oldest first: whom to tell, open and settled apart, and

    what else there is to do.
    """
    at = look.moment.valid
    every = obligations(look.state, look.terms)
    found = [due for due in every if due.opened_at <= at]
    return {
        "open": [obligation_row(look, due) for due in found if due.is_open],
        "settled": [obligation_row(look, due) for due in found if not due.is_open],
        "overdue": sum(due.overdue_at(at) for due in found),
        "duties": [row(each, at) for each in look.obligations],
    }


def obligation_row(look: InformingLook, due: Obligation) -> Data:
    """One obligation: who, of what, since when, until when, and how it stands."""
    notice = notice_of(look.state, due)
    sent = notice is not None and notice.state is NoticeState.SENT
    incident = due.occasion.incident
    row = {
        "person": due.person,
        "version": due.occasion.version,
        "incident": incident,
        "own_version": due.own_version,
        "opened_at": due.opened_at,
        "send_by": due.send_by,
        "confirm_by": due.confirm_by,
        "standing": standing(look.state, due),
        "sent_at": notice.changed_at if notice is not None and sent else None,
        "overdue": due.overdue_at(look.moment.valid),
    }
    assessed = {"assessed_at": look.state[Incidents].assessed.get(incident)} if incident else {}
    return row | assessed | _informed(look, due) | _withheld(look, due)


def _informed(look: InformingLook, due: Obligation) -> Data:
    if due.informed is None:
        return {}
    return {
        "informed_at": due.informed.at,
        "manner": due.informed.manner,
        "confirmation": look.sight.said(due.informed.words)("text"),
        "with_version": due.informed.occasion.version,
        "late": due.informed.at > due.confirm_by,
    }


def _withheld(look: InformingLook, due: Obligation) -> Data:
    if due.withheld is None:
        return {}
    return {
        "withheld_at": due.withheld.at,
        "reason": look.sight.said(due.withheld.words)("reason"),
        "decided_by": due.withheld.decided_by,
        "consulted": due.withheld.consulted,
    }
