"""What was followed of the plans that were read lately, as events (design section 5)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from shared.eventbase.event import Recorded
from shared.feed.followed import Followed
from shared.feed.inbox import Inbox
from shared.feed.message import Message
from shared.record.recent import Recent

# In events, of all that is kept: a few hundred plans, or some very long ones.
_EVENTS = 100_000
_Newest = tuple[int, list[Message]]


class FollowedPlans:
    """Keeps what was followed of plans. The inbox is asked every time how much there is, and for

    the newest that is kept: of a plan that was erased, by whatever process, that one is not there
    as it was. What is kept holds ids, kinds and moments, for nothing else is sent.
    """

    def __init__(self, inbox: Inbox, followed: Followed) -> None:
        self._inbox = inbox
        self._followed = followed
        self._kept: Recent[UUID, tuple[_Newest, list[Recorded[Any]]]]
        self._kept = Recent(_EVENTS, lambda kept: len(kept[1]))

    def __call__(self, plan_id: UUID) -> list[Recorded[Any]]:
        """The events of a plan that were followed, per service in the feed's order."""
        # Asked first: whatever arrives in between is read twice rather than missed.
        newest = self._inbox.newest(plan_id)
        kept = self._kept.get(plan_id)
        if kept is None or kept[0] != newest:
            kept = newest, self._followed.events_of(self._inbox.of_plan(plan_id))
            self._kept.put(plan_id, kept)
        return kept[1]
