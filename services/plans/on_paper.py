"""A plan exactly as each of its versions put it on paper (W0.11)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec

from shared.eventbase.event import Recorded
from shared.eventbase.moment import Moment, as_it_happened, known_and_effective
from shared.eventbase.state import Fold, State


class _Page(msgspec.Struct, frozen=True):
    """The state that stood before a version; ``whole``: that it leaves out nothing that is yet to

    happen, so that what comes next need only be added.
    """

    at_version: int
    state: State
    whole: bool


class OnPaper:
    """What stood before each version in the record, and nothing else.

    ``history``: all events of the plan in the order of the record. What was recorded or corrected
    later does not reach back into a version.
    """

    def __init__(self, history: Sequence[Recorded[Any]], fold: Fold) -> None:
        self._history = history
        self._fold = fold
        self._states: dict[int, State] = {}

    def state(self, at_version: int) -> State:
        """The plan as of that dossier version, for reading only: it is kept and shared."""
        if at_version not in self._states:
            self._states[at_version] = self._opened(at_version).state
        return self._states[at_version]

    def each(self, at_versions: Iterable[int]) -> Iterator[State]:
        """The plan as of each of these dossier versions, in the order in which they are given.

        Each holds only until the next is asked for: one state goes on from version to version,
        unless something in between was typed in late or takes back what stood there.
        """
        page: _Page | None = None
        for at_version in at_versions:
            more = None if page is None else self._only_more(page, at_version)
            if page is None or more is None:
                page = self._opened(at_version)
            else:
                for recorded in more:
                    self._fold.evolve(page.state, recorded)
                page = _Page(at_version, page.state, whole=True)
            yield page.state

    def _opened(self, at_version: int) -> _Page:
        past = self._until(0, at_version)
        recorded_at = _last(past)
        # Typed in later than it was made, it still has all that was typed in before it.
        counted = known_and_effective(past, Moment(recorded_at, recorded_at))
        state = self._fold(past[0].stamp.plan_id, counted)
        return _Page(at_version, state, _happened(past, recorded_at))

    def _only_more(self, page: _Page, at_version: int) -> list[Recorded[Any]] | None:
        """What happened after all that is on ``page``; None when that is not all there is to it."""
        more = self._until(page.at_version, at_version)
        if not more or not page.whole or not page.state.folded:
            return None
        voided = {each.event.voids for each in more if hasattr(each.event, "voids")}
        if not _happened(more, _last(more)) or voided - {each.stamp.event_id for each in more}:
            return None
        counted = (each for each in more if each.stamp.event_id not in voided)
        found = sorted(counted, key=as_it_happened)
        until = as_it_happened(page.state.folded[-1])
        return None if any(as_it_happened(each) < until for each in found[:1]) else found

    def _until(self, after: int, at_version: int) -> Sequence[Recorded[Any]]:
        first, end = (bisect_right(self._history, v, key=_version) for v in (after, at_version))
        return self._history[first:end]


def _version(recorded: Recorded[Any]) -> int:
    return recorded.stamp.version


def _last(past: Iterable[Recorded[Any]]) -> datetime:
    return max(r.stamp.recorded_at for r in past if r.stamp.recorded_at)


def _happened(past: Iterable[Recorded[Any]], at: datetime) -> bool:
    # Nothing happens after it was recorded, unless a clock was put back in between.
    return all(each.stamp.effective_at <= at for each in past)
