"""Replaying what was parked of a plan, once the cause is gone."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from shared.feed.delivery import Delivery, is_stray
from shared.feed.inbox import Inbox, Replayed
from shared.feed.letter import DeadLetter
from shared.feed.source import Source


class Replay:
    """Takes parked letters again: as their source gives them today, or else as they were parked.

    The cause may have been in either service. A letter whose source is not in ``sources`` (by
    service) is read again from what was kept of it.
    """

    def __init__(self, inbox: Inbox, sources: Mapping[str, Source]) -> None:
        self._inbox = inbox
        self._sources = sources

    def __call__(self, plan_id: UUID) -> Replayed:
        letters = self._inbox.dead_letters(plan_id)
        fresh = {(x.source, x.position): again for x in letters if (again := self._again(x))}
        return self._inbox.replay(plan_id, fresh)

    def _again(self, letter: DeadLetter) -> Delivery | None:
        source = self._sources.get(letter.source)
        if source is None or is_stray(letter.position):
            return None
        deliveries = source.read(letter.position - 1, 1).deliveries
        return next((d for d in deliveries if d.position == letter.position), None)
