"""How the parked letters of one plan are taken after all, inside one transaction."""

from __future__ import annotations

from uuid import UUID

from shared.feed.booking import Booking
from shared.feed.delivery import Delivery, Reason, is_stray
from shared.feed.inbox import Fresh, Replayed
from shared.feed.letter import DeadLetter, LetterState, reopened
from shared.feed.rows import Rows
from shared.feed.verdict import Checks, Judge, Outcome


class Replaying:
    """The replay of what one service's feed had parked of one plan.

    Tracking has passed these deliveries long ago: only the letter itself and the head of its
    stream say whether it was taken before.
    """

    def __init__(self, rows: Rows, service: str, checks: Checks) -> None:
        self._rows = rows
        self._service = service
        self._judge = Judge(service, checks, self._head)
        self._booking = Booking(rows, service)

    def replay(self, plan_id: UUID, fresh: Fresh) -> Replayed:
        """Takes letters in order, up to the first that still will not go."""
        # A write comes first, as in taking a batch; and letters are read only after it.
        self._rows.enter(self._service)
        letters = [x for x in self._rows.letters(plan_id) if x.source == self._service]
        settled, stuck = self._each(letters, fresh)
        self._booking.close()
        return Replayed(settled, len(letters) - settled, stuck)

    def _each(self, letters: list[DeadLetter], fresh: Fresh) -> tuple[int, Reason | None]:
        for settled, letter in enumerate(letters):
            if stuck := self._one(letter, fresh.get((letter.source, letter.position))):
                return settled, stuck
        return len(letters), None

    def _one(self, letter: DeadLetter, again: Delivery | None) -> Reason | None:
        if is_stray(letter.position):
            # If it was one of ours after all, the next of its stream shows the gap.
            self._rows.settle(letter, LetterState.DROPPED)
            return None
        payload = self._rows.payload(letter)
        if payload is None:
            self._erased(letter)
            return None
        delivery = again or reopened(letter, payload)
        verdict = self._judge(delivery)
        if verdict.outcome in (Outcome.PARKED, Outcome.STOPPED):
            self._rows.park(letter.source, delivery, letter.reason)
            return verdict.reason
        self._booking.apply(delivery, verdict)
        self._rows.settle(letter, LetterState.TAKEN)
        return None

    def _erased(self, letter: DeadLetter) -> None:
        # Nothing of it can be read any more, but its stream went on.
        if letter.stream_id and letter.version:
            self._rows.advance(letter.source, letter.stream_id, letter.version)
        self._rows.settle(letter, LetterState.ERASED)

    def _head(self, stream_id: UUID) -> int:
        return self._rows.head(self._service, stream_id)
