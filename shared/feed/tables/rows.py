"""The rows of an inbox: its tables, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from eventsourcing.persistence import Cursor

from shared.feed.message import Message
from shared.feed.ports import Projection, Sealing
from shared.feed.tables.ignored import IgnoredRows
from shared.feed.tables.letters import LetterRows
from shared.feed.tables.messages import MessageRows
from shared.feed.tables.tracking import TrackingRows


class SqlRows(TrackingRows, MessageRows, LetterRows, IgnoredRows):
    """One transaction on all tables of the inbox, and on the service's projection of it."""

    def __init__(
        self, cursor: Cursor, sealing: Sealing, now: Callable[[], datetime], projection: Projection
    ) -> None:
        super().__init__(cursor, sealing, now)
        self._projection = projection

    def foresee(self, service: str, messages: Sequence[Message]) -> None:
        self._foresee_heads(service, {message.stream_id for message in messages})
        self._foresee_events(service, {message.seq for message in messages})

    def project(self, messages: Sequence[Message]) -> None:
        self.write()
        self._projection.followed(self._cursor, messages)

    def clear(self, service: str) -> None:
        # Tracking first: that waits for whoever is following, and the rest sees what they wrote.
        self._clear_tracking(service)
        self._clear_messages(service)
        self._clear_letters(service)
        self._clear_ignored(service)
        self.write()
        self._projection.emptied(self._cursor, service)

    def level(self, service: str) -> None:
        self.write()
        self._projection.level(self._cursor, service)
