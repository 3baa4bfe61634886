"""Acting on a verdict, inside one open transaction; the same for a batch and for a replay."""

from __future__ import annotations

from shared.feed.delivery import Delivery
from shared.feed.message import BARE, Message
from shared.feed.rows import Rows
from shared.feed.verdict import Outcome, Verdict


class Booking:
    """What is written for the deliveries of one service in one transaction."""

    def __init__(self, rows: Rows, service: str) -> None:
        self._rows = rows
        self._service = service
        self._followed: list[Message] = []
        self._ignored: set[str] = set()

    def apply(self, delivery: Delivery, verdict: Verdict) -> None:
        """Follows a message, or only notes that its stream went on."""
        if not isinstance(delivery, Message):
            return
        if verdict.outcome is Outcome.FOLLOWED:
            self._rows.follow(delivery)
            self._followed.append(delivery)
        if verdict.outcome is Outcome.IGNORED and delivery.type != BARE:
            self._ignored.add(delivery.type)
        if verdict.outcome in (Outcome.FOLLOWED, Outcome.IGNORED):
            self._rows.advance(self._service, delivery.stream_id, delivery.version)

    def close(self) -> None:
        """Lets the service's projection know of everything that was followed, at once.

        What was passed over is kept by type: a newer version may understand it.
        """
        if self._ignored:
            self._rows.ignore(self._service, self._ignored)
        if self._followed:
            self._rows.project(self._followed)
