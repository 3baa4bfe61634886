"""The difference between what counts at two pairs of moments, item by item (domain 3.10)."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

import msgspec

from shared.eventbase.event import Recorded
from shared.eventbase.moment import Moment, as_it_happened, known, known_and_effective
from shared.eventbase.passing import Passed, Passing, between
from shared.eventbase.subjects import Subjects


class Why(enum.Enum):
    """Why an event counts at one pair of moments and not at the other."""

    HAPPENED = "happened"
    LEARNED = "learned"
    STILL_BELIEVED = "still-believed"
    CORRECTED = "corrected"
    NOT_YET_HAPPENED = "not-yet-happened"
    NOT_YET_KNOWN = "not-yet-known"

    @property
    def counts(self) -> bool:
        """Whether the event counts at the pair that is asked for."""
        return self in (Why.HAPPENED, Why.LEARNED, Why.STILL_BELIEVED)


class Became(enum.Enum):
    """What became of an item, from the pair that is compared with to the one asked for."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"
    CORRECTED = "corrected"
    NOT_YET = "not-yet"


class Change(msgspec.Struct, frozen=True):
    """One event that counts at one pair only. ``correction``: what took it back, if that is why.

    ``instead``: it was put in the place of what was taken back.
    """

    recorded: Recorded[Any]
    why: Why
    correction: Recorded[Any] | None = None
    instead: bool = False


class ItemChanged(msgspec.Struct, frozen=True):
    """One item that is not the same at both pairs: the events, and what came by itself."""

    item: UUID
    became: Became
    changes: tuple[Change, ...]
    passings: tuple[Passing, ...] = ()


class Pair:
    """One pair of moments in a history: what counts then, and what was taken back by then.

    ``counted``: what counts then, if that was worked out before.
    """

    def __init__(
        self,
        history: Iterable[Recorded[Any]],
        moment: Moment,
        counted: Sequence[Recorded[Any]] | None = None,
    ) -> None:
        self.moment = moment
        self.counted = known_and_effective(history, moment) if counted is None else counted
        self.ids = {recorded.stamp.event_id for recorded in self.counted}
        self.voided = {
            r.event.voids: r for r in history if hasattr(r.event, "voids") and moment.knows(r)
        }


class Difference:
    """How ``asked`` differs from ``compared``, in events of a history that ``told`` tells of.

    ``passings``: all that ever comes by itself in what is known at the later V of the two.
    """

    def __init__(
        self,
        history: Iterable[Recorded[Any]],
        compared: Pair,
        asked: Pair,
        told: Callable[[Recorded[Any]], bool] = lambda recorded: True,
        passings: Iterable[Passing] = (),
    ) -> None:
        # What was recorded after both has no part in it, now or ever.
        self._known = known(history, max(compared.moment, asked.moment, key=lambda m: m.known))
        self._compared, self._asked = compared, asked
        self._corrected_in = {r.stamp.act_id for r in self._known if hasattr(r.event, "voids")}
        self._told = told
        self._passings = between(passings, compared.moment.valid, asked.moment.valid)

    # Of most days nothing differs, and then none of these is asked for.
    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self._known)

    @cached_property
    def _was(self) -> dict[UUID, bool]:
        return self._standing(self._compared)

    @cached_property
    def _is(self) -> dict[UUID, bool]:
        return self._standing(self._asked)

    @property
    def items(self) -> list[ItemChanged]:
        """Each item that differs, in the order in which the first of it happened."""
        changes: dict[UUID, list[Change]] = {}
        for change in sorted(self._changes(), key=lambda change: as_it_happened(change.recorded)):
            for item in self._subjects.of(change.recorded):
                changes.setdefault(item, []).append(change)
        passings: dict[UUID, list[Passing]] = {}
        for passing in self._passings:
            passings.setdefault(passing.item, []).append(passing)
        found = [
            self._item(item, tuple(changes.get(item, ())), tuple(passings.get(item, ())))
            for item in dict.fromkeys([*changes, *passings])
        ]
        return sorted(found, key=_when)

    def _changes(self) -> Iterable[Change]:
        for recorded in filter(self._told, self._asked.counted):
            if recorded.stamp.event_id not in self._compared.ids:
                yield self._gained(recorded)
        for recorded in filter(self._told, self._compared.counted):
            if recorded.stamp.event_id not in self._asked.ids:
                yield self._lost(recorded)

    def _gained(self, recorded: Recorded[Any]) -> Change:
        stamp = recorded.stamp
        correction = self._compared.voided.get(stamp.event_id)
        if correction is not None:
            return Change(recorded, Why.STILL_BELIEVED, correction)
        late = stamp.effective_at <= self._compared.moment.valid
        why = Why.LEARNED if late else Why.HAPPENED
        return Change(recorded, why, None, self._is_instead(recorded))

    def _lost(self, recorded: Recorded[Any]) -> Change:
        stamp = recorded.stamp
        correction = self._asked.voided.get(stamp.event_id)
        if correction is not None:
            return Change(recorded, Why.CORRECTED, correction)
        later = stamp.effective_at > self._asked.moment.valid
        return Change(recorded, Why.NOT_YET_HAPPENED if later else Why.NOT_YET_KNOWN)

    def _is_instead(self, recorded: Recorded[Any]) -> bool:
        corrects = recorded.stamp.act_id in self._corrected_in
        return corrects and not hasattr(recorded.event, "voids")

    def _item(
        self, item: UUID, changes: tuple[Change, ...], passings: tuple[Passing, ...]
    ) -> ItemChanged:
        return ItemChanged(item, self._became(item, changes, passings), changes, passings)

    def _became(
        self, item: UUID, changes: tuple[Change, ...], passings: tuple[Passing, ...]
    ) -> Became:
        if any(change.correction or hasattr(change.recorded.event, "voids") for change in changes):
            return Became.CORRECTED
        was, now = self._was.get(item), self._is.get(item)
        if now is False and was is not False:
            return Became.ENDED
        if was is None and changes:
            return Became.ADDED
        if now is None and changes:
            return Became.NOT_YET
        return self._by_itself(passings[-1].passed) if passings else Became.CHANGED

    def _standing(self, pair: Pair) -> dict[UUID, bool]:
        """Each item that something counts of then: whether it stands, or was ended."""
        standing: dict[UUID, bool] = {}
        for recorded in pair.counted:
            ends = recorded.event.ENDS
            for item in self._subjects.of(recorded):
                standing[item] = standing.get(item, True) if ends is None else not ends
        return standing

    def _by_itself(self, passed: Passed) -> Became:
        if passed is Passed.CHANGED:
            return Became.CHANGED
        if self._asked.moment.valid < self._compared.moment.valid:
            return Became.NOT_YET
        return Became.ADDED if passed is Passed.BEGAN else Became.ENDED


def _when(item: ItemChanged) -> datetime:
    moments = [change.recorded.stamp.effective_at for change in item.changes]
    return min([*moments, *(passing.at for passing in item.passings)])
