"""How a batch is taken inside one transaction, on any database."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

from shared.feed.alarm import Alarm, Fenced, Gap, Keyless
from shared.feed.booking import Booking
from shared.feed.delivery import Batch, Delivery, Reason
from shared.feed.inbox import Taken
from shared.feed.rows import Rows
from shared.feed.source import service_of
from shared.feed.verdict import Checks, Judge, Outcome, Verdict


class Taking:
    """One batch being taken from the source ``name``.

    A delivery is judged before anything is written for it, so a poisoned one has nothing to
    roll back and the others of its batch need no savepoint.
    """

    def __init__(self, rows: Rows, name: str, checks: Checks) -> None:
        self._rows = rows
        self._name = name
        self._service = service_of(name)
        self._checks = checks
        self._booking = Booking(rows, self._service)
        self._counts: Counter[Outcome] = Counter()

    def take(self, batch: Batch) -> tuple[Taken, Alarm | None]:
        """Takes it all, or what stands before the alarm; raises Fenced if it does not connect."""
        # A write comes first, so that of two followers one waits here for the other.
        position = self._rows.enter(self._name)
        if not batch.after <= position < batch.reached:
            raise Fenced(self._name, position)
        blocked = self._rows.blocked(self._service)
        alarm = self._each(self._new(batch, position), blocked)
        self._move(batch.reached if alarm is None else alarm.position, blocked)
        self._booking.close()
        return self._taken(), alarm

    def _new(self, batch: Batch, position: int) -> list[Delivery]:
        new = {d.position: d for d in batch.deliveries if position < d.position <= batch.reached}
        self._counts[Outcome.DUPLICATE] += len(batch.deliveries) - len(new)
        return [new[at] for at in sorted(new)]

    def _each(self, deliveries: list[Delivery], blocked: set[UUID | None]) -> Alarm | None:
        judge = Judge(self._service, self._checks, self._head, blocked)
        for delivery in deliveries:
            verdict = judge(delivery)
            self._counts[verdict.outcome] += 1
            if verdict.outcome is Outcome.STOPPED:
                return self._stop(delivery, verdict)
            if verdict.outcome is Outcome.PARKED:
                blocked.add(delivery.plan_id)
                self._park(delivery, verdict)
            self._booking.apply(delivery, verdict)
        return None

    def _head(self, stream_id: UUID) -> int:
        return self._rows.head(self._service, stream_id)

    def _park(self, delivery: Delivery, verdict: Verdict) -> None:
        self._rows.park(self._service, delivery, verdict.reason or Reason.REFUSED)

    def _stop(self, delivery: Delivery, verdict: Verdict) -> Alarm:
        if delivery.plan_id is not None:
            return Gap(self._name, delivery.position - 1)
        # Kept for who has to find out what it was; the position stays before it.
        self._park(delivery, verdict)
        return Keyless(self._name, delivery.position - 1)

    def _move(self, position: int, blocked: set[UUID | None]) -> None:
        self._rows.move(self._name, position)
        if None in blocked:
            self._rows.settle_keyless(self._service, position)

    def _taken(self) -> Taken:
        return Taken(
            followed=self._counts[Outcome.FOLLOWED],
            ignored=self._counts[Outcome.IGNORED],
            duplicate=self._counts[Outcome.DUPLICATE],
            parked=self._counts[Outcome.PARKED],
        )
