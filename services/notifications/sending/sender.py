"""The sender: does what is due, the intent recorded before anything leaves (W8.4, R24)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from services.notifications.domain.tasks import Task, tasks
from services.notifications.domain.terms import BACK_OFF
from services.notifications.sending.agenda import Agenda, Entry
from services.notifications.sending.delivery import Delivery
from services.notifications.sending.ledger import Ledger
from shared.eventbase.state import State


class Sender:
    """Sends the notices that are due. Starts nothing by itself: ``step`` is called now and then.

    ``trouble`` is told what went wrong with which plan; that plan is looked at again soon, and
    the others are not held up by it. ``seen`` is told how every plan stands after its turn.
    """

    def __init__(
        self,
        ledger: Ledger,
        agenda: Agenda,
        delivery: Delivery,
        trouble: Callable[[UUID, Exception], None],
        seen: Callable[[UUID, State], None] = lambda plan_id, state: None,
    ) -> None:
        self._ledger = ledger
        self._agenda = agenda
        self._delivery = delivery
        self._trouble = trouble
        self._seen = seen
        self._is_awake = False

    def step(self, now: datetime) -> int:
        """Looks at every plan that is due; how many notices were sent."""
        if not self._is_awake:
            # What was asked just before an earlier process died may not be in the agenda.
            self._agenda.wake_all()
            self._is_awake = True
        return sum(self._look_at(entry, now) for entry in self._agenda.due(now))

    def _look_at(self, entry: Entry, now: datetime) -> int:
        plan_id = entry.plan_id
        try:
            due = [task for task in tasks(self._ledger.state(plan_id)) if task.at <= now]
            done = [self._do(plan_id, task) for task in due]
            again = self._again(plan_id, now)
        except Exception as error:
            self._trouble(plan_id, error)
            done, again = [], now + BACK_OFF[0]
        if None in done:
            again = now + BACK_OFF[0]
        self._agenda.settle(entry, again)
        return sum(bool(each) for each in done)

    def _do(self, plan_id: UUID, task: Task) -> bool | None:
        """Whether it was sent; None when something went wrong."""
        try:
            return self._delivery.attempt(plan_id, task)
        except Exception as error:
            self._trouble(plan_id, error)
            return None

    def _again(self, plan_id: UUID, now: datetime) -> datetime | None:
        state = self._ledger.state(plan_id)
        self._seen(plan_id, state)
        left = tasks(state)
        return min((task.again_at(now) for task in left), default=None)
