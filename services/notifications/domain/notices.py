"""Notices: telling one person that there is something to read, and what became of it (W8.4)."""

from __future__ import annotations

import enum
from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.occasion import Occasion
from services.notifications.domain.versions import Versions
from shared.eventbase.state import State


class NoticeState(enum.Enum):
    """What became of a notice. None of these means that the person knows."""

    UNCERTAIN = "uncertain"
    SENT = "sent"
    RETRYING = "retrying"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"


class Reason(enum.Enum):
    """Why a notice did not arrive."""

    TEMPORARY = "temporary"
    PERMANENT = "permanent"
    NO_MAIL_SERVER = "no-mail-server"
    BOUNCED = "bounced"


class Withdrawal(enum.Enum):
    """Why a notice that was not sent yet is no longer to be sent."""

    NOTHING_DUE = "nothing-due"
    CONTACT_CHANGED = "contact-changed"


class Notice(msgspec.Struct):
    """One notice. An attempt is UNCERTAIN from its intent until its outcome is known.

    ``tries`` counts the attempts since ``since``, when they began or a worker asked again.
    """

    notice: UUID
    person: UUID
    occasion: Occasion
    attempt: int
    tries: int
    since: datetime
    state: NoticeState
    changed_at: datetime
    reason: Reason | None = None
    retry_at: datetime | None = None
    withdrawal: Withdrawal | None = None

    @property
    def is_unfinished(self) -> bool:
        """Whether something is still to be done with it."""
        return self.state in (NoticeState.UNCERTAIN, NoticeState.RETRYING)


class Notices:
    """All notices in the order in which they were first intended; a part of the state."""

    def __init__(self) -> None:
        self.all: dict[UUID, Notice] = {}


def latest_notice(state: State, person: UUID | None, occasion: Occasion) -> Notice | None:
    """The last notice to this person that covers ``occasion`` and was not withdrawn."""
    covering = [
        notice
        for notice in state[Notices].all.values()
        if notice.person == person
        and notice.occasion.covers(occasion)
        and state[Versions].stand(notice.occasion)
        and notice.state is not NoticeState.WITHDRAWN
    ]
    return covering[-1] if covering else None


def unfinished(state: State) -> list[Notice]:
    """The notices with which something is still to be done."""
    return [notice for notice in state[Notices].all.values() if notice.is_unfinished]
