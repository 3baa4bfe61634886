"""One attempt to reach one person: ask, intend, ask again, send, tell (W8.4, R50)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from services.notifications.domain.attempts import NoticeIntended
from services.notifications.domain.holding_back import HeldBack
from services.notifications.domain.notices import Reason, Withdrawal
from services.notifications.domain.tasks import (
    Task,
    failed,
    hold_back,
    intend,
    sent,
    still_due,
    withdraw,
)
from services.notifications.sending.contacts import ContactsUnavailable, SafeContacts, email_of
from services.notifications.sending.ledger import Ledger
from services.notifications.sending.mailer import (
    Mail,
    Mailer,
    MailRefused,
    MailUncertain,
    MailUnreachable,
)


class Delivery:
    """Makes attempts. The intent is in the record before anything leaves; so is every outcome
    that is known, and one that is not known stays uncertain."""

    def __init__(
        self,
        ledger: Ledger,
        contacts: SafeContacts,
        mailer: Mailer,
        clock: Callable[[], datetime],
    ) -> None:
        self._ledger = ledger
        self._contacts = contacts
        self._mailer = mailer
        self._clock = clock

    def attempt(self, plan_id: UUID, task: Task) -> bool:
        """Whether a notice was sent for this task. Raises ContactsUnavailable."""
        if self._address(plan_id, task, task.notice) is None:
            return False
        intended = self._ledger.append(plan_id, lambda state, doing: intend(state, task, doing))
        notices = [event.notice for event in intended if isinstance(event, NoticeIntended)]
        return any(self._go_on(plan_id, task, notice) for notice in notices)

    def _go_on(self, plan_id: UUID, task: Task, notice: UUID) -> bool:
        try:
            # Between the first look and this one somebody may have been told, or changed a choice.
            address = self._address(plan_id, task, notice)
        except ContactsUnavailable:
            self._failed(plan_id, notice, Reason.TEMPORARY)
            return False
        return address is not None and self._send(plan_id, notice, address)

    def _address(self, plan_id: UUID, task: Task, notice: UUID | None) -> str | None:
        """Where to send it to; None, and recorded why, when it is not to be sent."""
        if not still_due(self._ledger.state(plan_id), task):
            self._withdraw(plan_id, notice, Withdrawal.NOTHING_DUE)
            return None
        found = email_of(self._contacts.of(plan_id, task.person))
        if isinstance(found, HeldBack):
            self._withdraw(plan_id, notice, Withdrawal.CONTACT_CHANGED)
            self._ledger.append(plan_id, lambda state, doing: hold_back(state, task, found, doing))
            return None
        return found

    def _send(self, plan_id: UUID, notice: UUID, address: str) -> bool:
        try:
            self._mailer.send(Mail(notice, address, self._clock()))
        except MailRefused as refused:
            reason = Reason.PERMANENT if refused.permanent else Reason.TEMPORARY
            self._failed(plan_id, notice, reason)
            return False
        except MailUnreachable:
            self._failed(plan_id, notice, Reason.NO_MAIL_SERVER)
            return False
        except MailUncertain:
            return False
        self._ledger.append(plan_id, lambda state, doing: sent(state, notice, doing))
        return True

    def _failed(self, plan_id: UUID, notice: UUID, reason: Reason) -> None:
        self._ledger.append(plan_id, lambda state, doing: failed(state, notice, reason, doing))

    def _withdraw(self, plan_id: UUID, notice: UUID | None, why: Withdrawal) -> None:
        if notice is not None:
            self._ledger.append(plan_id, lambda state, doing: withdraw(state, notice, why, doing))
