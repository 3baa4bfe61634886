"""What an event is about, and what in a history is about the same (domain 3.10, 3.5)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

import msgspec

from shared.eventbase.event import Event, Recorded


def about(event: Event) -> tuple[UUID, ...]:
    """The items, or people, that an event is about: none for one that is about nothing earlier

    and makes nothing that is gone on about.
    """
    value = getattr(event, event.ABOUT, None) if event.ABOUT is not None else None
    found = getattr(event, event.SUBJECT, None) if value is None else value
    if found is None:
        return ()
    return found if isinstance(found, tuple) else (found,)


def as_recorded(recorded: Recorded[Any]) -> tuple[Any, ...]:
    """The order of recording: within one store that of ``seq``."""
    stamp = recorded.stamp
    return stamp.recorded_at or stamp.effective_at, stamp.seq or 0, stamp.version


class Pointed(msgspec.Struct, frozen=True):
    """One thing that an event points back at: the item, and what was last said of it here.

    ``event_id`` is None of an item of another service.
    """

    item: UUID | None
    event_id: UUID | None


class Pointing:
    """What each event of a history points back at, when they are gone through as recorded.

    ``voided`` gives an event by its id, if it is known.
    """

    def __init__(self, voided: Callable[[UUID], Recorded[Any] | None]) -> None:
        self._voided = voided
        # A long history has many items: in bytes they take half the room.
        self._last: dict[bytes, bytes] = {}

    def back(self, recorded: Recorded[Any]) -> list[Pointed]:
        """What this event points at; from now it is the last that was said of what it is about."""
        event = recorded.event
        if hasattr(event, "voids"):
            return [self._at_voided(event.voids)]
        items = about(event)
        declared = event.ABOUT is not None and getattr(event, event.ABOUT, None) is not None
        found = [Pointed(i, self._latest(i)) for i in items if declared or i.bytes in self._last]
        self._last.update((item.bytes, recorded.stamp.event_id.bytes) for item in items)
        return found

    def _latest(self, item: UUID) -> UUID | None:
        event_id = self._last.get(item.bytes)
        return None if event_id is None else UUID(bytes=event_id)

    def _at_voided(self, event_id: UUID) -> Pointed:
        known = self._voided(event_id)
        return Pointed(next(iter(about(known.event)), None) if known else None, event_id)


class Subjects:
    """Which events of a history are about the same.

    What was put in the place of a mistake is about what the mistake was about.
    """

    def __init__(self, history: Iterable[Recorded[Any]]) -> None:
        ordered = sorted(history, key=as_recorded)
        self._by_id = {recorded.stamp.event_id: recorded for recorded in ordered}
        self._taken_back = {
            r.stamp.act_id: r.event.voids for r in ordered if hasattr(r.event, "voids")
        }
        self._instead_of: dict[UUID, UUID] = {}
        self._found: dict[UUID, tuple[UUID, ...]] = {}
        seen: set[UUID] = set()
        for recorded in ordered:
            self._place(recorded, seen)
            seen.update(about(recorded.event))

    def of(self, recorded: Recorded[Any]) -> tuple[UUID, ...]:
        """What an event is about; itself, when that is nothing else."""
        found = self._found.get(recorded.stamp.event_id)
        if found is None:
            found = self._found[recorded.stamp.event_id] = self._sought(recorded)
        return found

    def _sought(self, recorded: Recorded[Any]) -> tuple[UUID, ...]:
        voided = self._voided(getattr(recorded.event, "voids", None))
        if voided is not None:
            return self._sought(voided)
        items = about(recorded.event) or (recorded.stamp.event_id,)
        return tuple(dict.fromkeys(self._first(item) for item in items))

    def _place(self, recorded: Recorded[Any], seen: set[UUID]) -> None:
        voided = self._voided(self._taken_back.get(recorded.stamp.act_id))
        if voided is None or hasattr(recorded.event, "voids"):
            return
        first = self._sought(voided)[0]
        for item in set(about(recorded.event)) - seen - {first}:
            self._instead_of[item] = first

    def _voided(self, event_id: UUID | None) -> Recorded[Any] | None:
        found = self._by_id.get(event_id) if event_id is not None else None
        # What takes back what takes back is refused, and would lead around.
        return None if found is None or hasattr(found.event, "voids") else found

    def _first(self, item: UUID) -> UUID:
        # What was put there stood for itself, so this never leads back to where it began.
        while item in self._instead_of:
            item = self._instead_of[item]
        return item
