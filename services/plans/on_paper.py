"""A plan exactly as each of its versions put it on paper (W0.11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from shared.eventbase.event import Recorded
from shared.eventbase.moment import Moment, known_and_effective
from shared.eventbase.state import State
from shared.record.recent import Recent

FoldOf = Callable[[UUID, list[Recorded[Any]]], State]
Folded = Recent[tuple[UUID, int], State]
_VERSIONS = 256


def folded() -> Folded:
    """Room for what was folded lately: ids, kinds and moments, and all content in closed boxes."""
    return Recent(_VERSIONS)


class OnPaper:
    """What stood before each version in the record, and nothing else.

    What was recorded or corrected later does not reach back into it, so a version is folded once
    for as long as there is room for it.
    """

    def __init__(self, history: Sequence[Recorded[Any]], fold: FoldOf, states: Folded) -> None:
        self._history = history
        self._fold = fold
        self._states = states

    def state(self, at_version: int) -> State:
        """The plan as of that dossier version, for reading only: it is kept and shared."""
        place = self._history[0].stamp.plan_id, at_version
        found = self._states.get(place)
        if found is None:
            found = self._folded(*place)
            self._states.put(place, found)
        return found

    def _folded(self, plan_id: UUID, at_version: int) -> State:
        past = [r for r in self._history if r.stamp.version <= at_version]
        recorded_at = max(r.stamp.recorded_at for r in past if r.stamp.recorded_at)
        # Typed in later than it was made, it still has all that was typed in before it.
        return self._fold(plan_id, known_and_effective(past, Moment(recorded_at, recorded_at)))
