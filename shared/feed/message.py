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
    so ``data`` is empty for good.
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

    @property
    def id(self) -> str:
        """``<stream>.<version>``: the same on every transport and every re-send."""
        return f"{self.stream_id}.{self.version}"

    @property
    def position(self) -> int:
        """Where it stands in the feed, under the name that every delivery has for it."""
        return self.seq
