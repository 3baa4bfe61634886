"""What is to be sent, when, and what the service records about it: all decided here (W8.4, R24)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from services.notifications.domain.attempts import (
    NoticeFailed,
    NoticeIntended,
    NoticeSent,
    NoticeWithdrawn,
)
from services.notifications.domain.holding_back import HeldBack, Holds, NoticeHeldBack
from services.notifications.domain.notices import (
    Notice,
    Notices,
    NoticeState,
    Reason,
    Withdrawal,
    latest_notice,
    unfinished,
)
from services.notifications.domain.obligations import Obligation, to_send
from services.notifications.domain.occasion import Occasion
from services.notifications.domain.terms import RECHECK, recheck_at, repeat_at, retry_at
from shared.eventbase.doing import Doing
from shared.eventbase.event import Event
from shared.eventbase.state import State


class Task(msgspec.Struct, frozen=True):
    """Something to do not before ``at``: a new notice (``notice`` is None) or one to go on with.

    ``since``: when it became due, or when the notice was first tried.
    """

    person: UUID
    occasion: Occasion
    notice: UUID | None
    since: datetime
    at: datetime

    def again_at(self, now: datetime) -> datetime:
        """When to look again, if it was looked at just now and is still to be done."""
        return self.at if self.at > now else recheck_at(self.since, now)


def tasks(state: State) -> list[Task]:
    """Everything that is to be done about notices in this plan."""
    going_on = [
        Task(notice.person, notice.occasion, notice.notice, notice.since, at)
        for notice in unfinished(state)
        if (at := next_attempt(notice)) is not None
    ]
    new = [
        Task(o.person, o.occasion, None, o.opened_at, _first(state, o))
        for o in to_send(state)
        if o.person is not None and latest_notice(state, o.person, o.occasion) is None
    ]
    return [*going_on, *new]


def next_attempt(notice: Notice) -> datetime | None:
    """When something is done with an unfinished notice; None when a worker must."""
    if notice.state is NoticeState.RETRYING:
        return notice.retry_at
    return repeat_at(notice.tries, notice.since, notice.changed_at)


def still_due(state: State, task: Task) -> bool:
    """Whether this person must still be told of this."""
    return (task.person, task.occasion) in [(o.person, o.occasion) for o in to_send(state)]


def intend(state: State, task: Task, doing: Doing) -> Sequence[Event]:
    """The intent to send, or nothing when the task is not there (any more)."""
    if task not in tasks(state) or not still_due(state, task):
        return []
    known = state[Notices].all.get(task.notice) if task.notice else None
    notice = known.notice if known else doing.new_id()
    attempt = 1 + (known.attempt if known else 0)
    return [NoticeIntended(notice, task.person, task.occasion, attempt)]


def sent(state: State, notice: UUID, doing: Doing) -> Sequence[Event]:
    """The mail server took the notice."""
    return [NoticeSent(notice)]


def failed(state: State, notice: UUID, reason: Reason, doing: Doing) -> Sequence[Event]:
    """The notice could not be sent; when it is tried again, if it is."""
    known = state[Notices].all[notice]
    if reason is Reason.PERMANENT:
        return [NoticeFailed(notice, reason)]
    again = retry_at(known.tries, known.since, doing.now)
    return [NoticeFailed(notice, reason if again else Reason.PERMANENT, again)]


def withdraw(state: State, notice: UUID, why: Withdrawal, doing: Doing) -> Sequence[Event]:
    """The notice is not to be sent any more, unless that is settled already."""
    known = state[Notices].all.get(notice)
    return [NoticeWithdrawn(notice, why)] if known and known.is_unfinished else []


def hold_back(state: State, task: Task, why: HeldBack, doing: Doing) -> Sequence[Event]:
    """Nothing is sent, because of ``why``; recorded once, until the reason is another."""
    known = state[Holds].of.get((task.person, task.occasion))
    if (known and known.why is why) or not still_due(state, task):
        return []
    return [NoticeHeldBack(task.person, task.occasion, why)]


def _first(state: State, due: Obligation) -> datetime:
    hold = state[Holds].of.get((due.person, due.occasion))
    return due.opened_at if hold is None else hold.at + RECHECK
