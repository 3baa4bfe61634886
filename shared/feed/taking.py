"""How a batch is taken inside one transaction, on any database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from uuid import UUID

from shared.feed.alarm import Alarm, Fenced, Gap, Keyless, Regrown
from shared.feed.arrival import in_order
from shared.feed.booking import Booking
from shared.feed.continuity import check_continuity
from shared.feed.delivery import Batch, Delivery, Reason, is_stray
from shared.feed.inbox import Taken
from shared.feed.letter import LetterState
from shared.feed.message import Message
from shared.feed.place import Place
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
        self._reached = 0

    def take(self, batch: Batch) -> tuple[Taken, Alarm | None]:
        """Takes it all, or what stands before the alarm.

        Raises Fenced if it does not connect, Regrown if it does not go on from what was followed.
        """
        # A write comes first, so that of two followers one waits here for the other.
        place = self._rows.enter(self._name)
        if not _connects(batch, place.position):
            raise Fenced(self._name, place.position)
        check_continuity(self._name, place, batch)
        self._rows.foresee(self._service, [d for d in batch.deliveries if isinstance(d, Message)])
        blocked = self._rows.blocked(self._service)
        alarm = self._each(self._new(batch, place.position), blocked)
        self._move(_place_after(batch, place, alarm), blocked)
        self._booking.close()
        return self._taken(), alarm

    def _new(self, batch: Batch, position: int) -> list[Delivery]:
        self._reached = position
        old = [d for d in batch.deliveries if 0 < d.position <= position]
        if _contradicts(batch.deliveries) or any(self._is_other(delivery) for delivery in old):
            raise Regrown(self._name, position)
        ordered = in_order(d for d in batch.deliveries if d.position <= batch.reached)
        new = [d for d in ordered if self._may_be_new(d, position)]
        self._counts[Outcome.DUPLICATE] += len(batch.deliveries) - len(new)
        return new

    def _may_be_new(self, delivery: Delivery, position: int) -> bool:
        if is_stray(delivery.position) or delivery.position > position:
            return True
        # In a part something may stand behind what was published after it, when a producer that
        # was given up still gets it through: whether it was taken, its stream's head knows.
        return isinstance(delivery, Message) and self._name != self._service

    def _each(self, deliveries: list[Delivery], blocked: set[UUID | None]) -> Alarm | None:
        judge = Judge(self._service, self._checks, self._head, blocked)
        for delivery in deliveries:
            verdict = self._passed(delivery) or judge(delivery)
            self._counts[verdict.outcome] += 1
            if verdict.outcome is Outcome.STOPPED:
                return self._stop(delivery, verdict)
            if verdict.outcome is Outcome.DUPLICATE and self._is_other(delivery):
                return Regrown(self._name, self._before(delivery))
            if verdict.outcome is Outcome.PARKED:
                blocked.add(delivery.plan_id)
                self._park(delivery, verdict)
            self._booking.apply(delivery, verdict)
            self._reached = max(self._reached, delivery.position)
        return None

    def _passed(self, delivery: Delivery) -> Verdict | None:
        """A stray or a late one that was met before: it is known by its letter alone."""
        if delivery.position > self._reached:
            return None
        state = self._rows.letter_state(self._service, delivery.position)
        stands_still = delivery.plan_id is None and state is LetterState.PARKED
        return None if state is None or stands_still else Verdict(Outcome.DUPLICATE)

    def _is_other(self, delivery: Delivery) -> bool:
        """Whether another event was followed where this one says it stands."""
        if not isinstance(delivery, Message) or delivery.source != self._service:
            return False
        known = self._rows.event_at(self._service, delivery.seq)
        return known not in (None, delivery.event_id)

    def _head(self, stream_id: UUID) -> int:
        return self._rows.head(self._service, stream_id)

    def _park(self, delivery: Delivery, verdict: Verdict) -> None:
        self._rows.park(self._service, delivery, verdict.reason or Reason.REFUSED)

    def _stop(self, delivery: Delivery, verdict: Verdict) -> Alarm:
        if delivery.plan_id is not None:
            return Gap(self._name, self._before(delivery))
        # Kept for who has to find out what it was; the position stays before it.
        self._park(delivery, verdict)
        return Keyless(self._name, self._before(delivery))

    def _before(self, delivery: Delivery) -> int:
        ahead = delivery.position > self._reached
        return delivery.position - 1 if ahead else self._reached

    def _move(self, place: Place, blocked: set[UUID | None]) -> None:
        self._rows.move(self._name, place)
        # A part that goes on says nothing about where another part stands still.
        if None in blocked and self._name == self._service:
            self._rows.settle_keyless(self._service, place.position)

    def _taken(self) -> Taken:
        return Taken(
            followed=self._counts[Outcome.FOLLOWED],
            ignored=self._counts[Outcome.IGNORED],
            duplicate=self._counts[Outcome.DUPLICATE],
            parked=self._counts[Outcome.PARKED],
        )


def _connects(batch: Batch, position: int) -> bool:
    # A batch may also move nothing but the hint, or bring no more than strays.
    return batch.after <= position < batch.reached or batch.after == position == batch.reached


def _contradicts(deliveries: Iterable[Delivery]) -> bool:
    """Whether two of them are different events that say they stand at the same place."""
    said = {(d.source, d.seq, d.event_id) for d in deliveries if isinstance(d, Message)}
    return len({(source, seq) for source, seq, _ in said}) < len(said)


def _place_after(batch: Batch, before: Place, alarm: Alarm | None) -> Place:
    if alarm is None:
        mark = before.mark if batch.reached == before.position else batch.mark
        return Place(batch.reached, mark, batch.hint or before.hint)
    known = {d.seq: d.event_id for d in batch.deliveries if isinstance(d, Message)}
    if before.mark is not None:
        known[before.position] = before.mark
    # The transport goes back to where it was, to meet what is wrong again.
    return Place(alarm.position, known.get(alarm.position), before.hint)
