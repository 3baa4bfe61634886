"""How it stands with telling one person of one thing (W8.4)."""

from __future__ import annotations

import enum

from services.notifications.domain.holding_back import HeldBack, Holds
from services.notifications.domain.notices import Notice, NoticeState, latest_notice
from services.notifications.domain.obligations import Obligation
from shared.eventbase.state import State


class Standing(enum.Enum):
    """Where it stands. Only the first two settle what is due: sent is never informed."""

    INFORMED = "informed"
    WITHHELD = "withheld"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    RETRYING = "retrying"
    FAILED = "failed"
    NO_SAFE_CONTACT = "no-safe-contact"
    OTHER_CHANNEL = "other-channel"
    NOBODY = "nobody"
    WAITING = "waiting"


_OF_NOTICE = {
    NoticeState.SENT: Standing.SENT,
    NoticeState.UNCERTAIN: Standing.UNCERTAIN,
    NoticeState.RETRYING: Standing.RETRYING,
    NoticeState.FAILED: Standing.FAILED,
}


def standing(state: State, due: Obligation) -> Standing:
    """How it stands with one obligation."""
    if due.informed is not None:
        return Standing.INFORMED
    if due.withheld is not None:
        return Standing.WITHHELD
    notice = notice_of(state, due)
    if notice is not None:
        return _OF_NOTICE[notice.state]
    return _without_notice(state, due)


def notice_of(state: State, due: Obligation) -> Notice | None:
    """The notice that was or is being sent for an obligation."""
    return latest_notice(state, due.person, due.occasion)


def _without_notice(state: State, due: Obligation) -> Standing:
    if due.person is None:
        return Standing.NOBODY
    hold = state[Holds].of.get((due.person, due.occasion))
    if hold is None:
        return Standing.WAITING
    nothing = hold.why is HeldBack.NO_SAFE_CONTACT
    return Standing.NO_SAFE_CONTACT if nothing else Standing.OTHER_CHANNEL
