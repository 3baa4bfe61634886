"""What one service tells the others about one event."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

# The type of a message about an event that its service keeps to itself. It moves the stream's
# head on and says nothing: every version of every stream is on the feed, so a missing one is a
# loss and never a choice, and no transport has to compute which version was published before.
BARE = "bare"


class Message(msgspec.Struct, frozen=True):
    """One event of another service, as far as others may know it: ids, kinds, moments, intervals.

    ``source`` is the service, ``type`` the event's topic, ``seq`` its position in the source's
    feed and ``version`` its place in its stream. ``event_id`` is the event's own: a correction
    points at it. ``data`` holds JSON values and never content. ``erased``: the plan's key is gone,
    so ``data`` is empty for good. ``traceparent`` (W3C) only accompanies it on its way: messages
    that differ in nothing else are equal.
    """

    source: str
    type: str
    plan_id: UUID
    stream_id: UUID
    version: int
    seq: int
    effective_at: datetime
    recorded_at: datetime
    data: dict[str, Any]
    event_id: UUID
    erased: bool = False
    traceparent: str | None = None

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Message):
            return NotImplemented
        return self._said() == other._said()

    def __ne__(self, other: object) -> bool:
        return not self == other

    def _said(self) -> tuple[Any, ...]:
        return msgspec.structs.astuple(self)[:-1]

    @property
    def id(self) -> str:
        """``<stream>.<version>``: the same on every transport and every re-send."""
        return f"{self.stream_id}.{self.version}"

    @property
    def position(self) -> int:
        """Where it stands in the feed, under the name that every delivery has for it."""
        return self.seq
