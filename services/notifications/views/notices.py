"""All notices, and what could not be sent: why, and when it is tried again; for workers (W8.4)."""

from __future__ import annotations

from services.notifications.domain.holding_back import Holds
from services.notifications.domain.notices import Notice, Notices, NoticeState
from services.notifications.domain.obligations import Obligation, to_send
from services.notifications.domain.tasks import next_attempt
from services.notifications.views.looking import Data, InformingLook
from services.notifications.views.standing import notice_of


def notices_view(look: InformingLook) -> Data:
    """Every notice, and for whom nothing can be sent although something is due."""
    notices = look.state[Notices].all.values()
    return {
        "notices": [_notice(notice) for notice in notices],
        "held_back": [row for due in to_send(look.state) for row in _held_back(look, due)],
    }


def _notice(notice: Notice) -> Data:
    return {
        "notice": notice.notice,
        "person": notice.person,
        "version": notice.occasion.version,
        "incident": notice.occasion.incident,
        "state": notice.state,
        "attempt": notice.attempt,
        "since": notice.since,
        "changed_at": notice.changed_at,
        "sent_at": notice.changed_at if notice.state is NoticeState.SENT else None,
        "reason": notice.reason,
        "withdrawal": notice.withdrawal,
        "next_attempt": next_attempt(notice) if notice.is_unfinished else None,
    }


def _held_back(look: InformingLook, due: Obligation) -> list[Data]:
    hold = look.state[Holds].of.get((due.person, due.occasion))
    if hold is None or notice_of(look.state, due) is not None:
        return []
    row = {"person": due.person, "version": due.occasion.version, "why": hold.why, "since": hold.at}
    return [row | {"incident": due.occasion.incident}]
