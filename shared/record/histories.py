"""The events of plans that were read lately, decoded and still sealed (design section 3)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from shared.eventbase.event import Recorded
from shared.record.recent import Recent

History = tuple[Recorded[Any], ...]
# In events, of all that is kept: a few hundred plans, or some very long ones.
_EVENTS = 100_000


class Histories:
    """Keeps histories of plans. The record is asked every time for what is newer, and for the last

    that is kept: of a plan that was erased, by whatever process, that one is not there as it was.
    ``of_plan(plan_id, after_seq)`` reads the events of a plan that follow ``after_seq``. What is
    kept holds ids, kinds and moments in the clear, and all content in closed boxes.
    """

    def __init__(self, of_plan: Callable[[UUID, int], list[Recorded[Any]]]) -> None:
        self._of_plan = of_plan
        self._kept: Recent[UUID, History] = Recent(_EVENTS, len)

    def of(self, plan_id: UUID) -> History:
        """Every event of a plan, in ``seq`` order, up to now."""
        known = self._kept.get(plan_id) or ()
        found = self._of_plan(plan_id, (known[-1].stamp.seq or 0) - 1 if known else 0)
        if known and known[-1:] != tuple(found[:1]):
            known, found = (), self._of_plan(plan_id, 0)
            self._kept.put(plan_id, known)
        elif known and len(found) == 1:
            return known
        whole = (*known[:-1], *found)
        if whole:
            self._kept.put(plan_id, whole)
        return whole


class SiftedHistories:
    """As histories, of those events that are of some topics: what there is need not be read again.

    ``of_topics(plan_id, after_seq)`` reads those of a plan, ``of_event`` one by its id, ``last``
    tells the last ``seq`` of the whole record.
    """

    def __init__(
        self,
        of_topics: Callable[[UUID, int], list[Recorded[Any]]],
        of_event: Callable[[UUID], Recorded[Any] | None],
        last: Callable[[], int],
    ) -> None:
        self._of_topics = of_topics
        self._of_event = of_event
        self._last = last
        self._kept: Recent[UUID, tuple[int, History]] = Recent(_EVENTS, lambda kept: len(kept[1]))

    def of(self, plan_id: UUID) -> History:
        """Every such event of a plan, in ``seq`` order, up to now."""
        last = self._last()
        until, known = self._kept.get(plan_id) or (0, ())
        if known and self._of_event(known[-1].stamp.event_id) != known[-1]:
            until, known = 0, ()
        if until < last:
            found = self._of_topics(plan_id, until)
            known = (*known, *found)
            until = max(last, *(each.stamp.seq or 0 for each in found), 0)
            self._kept.put(plan_id, (until, known))
        return known
