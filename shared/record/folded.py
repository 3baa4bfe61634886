"""The states of histories that were folded lately."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from shared.eventbase.event import Recorded
from shared.eventbase.state import Fold, State
from shared.record.recent import Recent

# In events, of all that is kept. What is asked again is mostly asked within one request.
_EVENTS = 20_000


class Folded:
    """Folds a history, or gives what the same one made before: a State for reading only.

    What is kept holds ids, kinds and moments in the clear, and all content in closed boxes.
    """

    def __init__(self, fold: Fold) -> None:
        self._fold = fold
        self._kept: Recent[tuple[UUID, int, UUID | None], tuple[list[Recorded[Any]], State]]
        self._kept = Recent(_EVENTS, lambda kept: len(kept[0]))

    def __call__(self, plan_id: UUID, history: Iterable[Recorded[Any]]) -> State:
        """The state of ``plan_id`` that ``history`` makes, in the order given."""
        counted = list(history)
        key = plan_id, len(counted), counted[-1].stamp.event_id if counted else None
        kept = self._kept.get(key)
        # Of the same length and end it may be another part, or that of before an erasure.
        if kept is None or kept[0] != counted:
            kept = counted, self._fold(plan_id, counted)
            self._kept.put(key, kept)
        return kept[1]
