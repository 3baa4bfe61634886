"""Dossiers of any size with every kind of event: a whole history, told again and again.

Each time over it is about other items, of the same people, and later.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec

from shared.eventbase.event import Recorded
from shared.record.appending import Append
from shared.record.record import Record

_AT_ONCE = 50
_PERSON = "plan.person-added"
_OPENING = frozenset({"plan.dossier-opened", _PERSON})
# What happens to a dossier once, or ends it.
ONCE = _OPENING | frozenset(
    {
        "plan.closed",
        "plan.transfer-answered",
        "plan.content-erased",
        "plan.dossier-destroyed",
    }
)


class Grown:
    """A dossier of ``plan_id`` that grows out of ``history``, from ``since`` on.

    ``step``: how long after one event the next one happened. ``people``: its people, by who they
    are in that history; those that it adds itself are found anew.
    """

    def __init__(
        self,
        history: Sequence[Recorded[Any]],
        plan_id: UUID,
        since: datetime,
        step: timedelta,
        people: Mapping[UUID, UUID] = {},
    ) -> None:
        own = [recorded for recorded in history if recorded.stamp.source is None]
        self._first = [r for r in own if r.event.TOPIC in _OPENING]
        self._again = [r for r in own if r.event.TOPIC not in ONCE]
        added = {r.event.person: uuid4() for r in own if r.event.TOPIC == _PERSON}
        self.people = {**added, **people}
        self._same = {own[0].stamp.plan_id: plan_id} | self.people
        self._plan_id, self._at, self._step = plan_id, since, step
        self._versions: dict[UUID, int] = {}

    def events(self, count: int) -> Iterator[Recorded[Any]]:
        """So many events, not yet recorded."""
        told = 0
        while told < count:
            ids = dict(self._same)
            for recorded in self._again if told else [*self._first, *self._again]:
                yield self._anew(recorded, ids)
                told += 1
                if told == count:
                    return

    def fill(self, record: Record, count: int) -> None:
        """Records so many events, some at a time."""
        batch: list[Recorded[Any]] = []
        for recorded in self.events(count):
            batch.append(recorded)
            if len(batch) == _AT_ONCE:
                record.append([Append(batch)])
                batch = []
        if batch:
            record.append([Append(batch)])

    def _anew(self, recorded: Recorded[Any], ids: dict[UUID, UUID]) -> Recorded[Any]:
        event, stamp = recorded.event, recorded.stamp
        changed = {name: _renamed(getattr(event, name), ids) for name in event.__struct_fields__}
        event = msgspec.structs.replace(event, **changed)
        stream = event.stream_id(self._plan_id)
        self._versions[stream] = self._versions.get(stream, 0) + 1
        self._at += self._step
        return Recorded(
            event,
            msgspec.structs.replace(
                stamp,
                event_id=_renamed(stamp.event_id, ids),
                plan_id=self._plan_id,
                stream_id=stream,
                version=self._versions[stream],
                act_id=uuid4(),
                person=_renamed(stamp.person, ids),
                effective_at=self._at,
                recorded_at=None,
                seq=None,
            ),
        )


def _renamed(value: Any, ids: dict[UUID, UUID]) -> Any:
    """The same value about other things: an id always becomes the same other id in one telling."""
    if isinstance(value, UUID):
        return ids.setdefault(value, uuid4())
    if isinstance(value, tuple):
        return tuple(_renamed(each, ids) for each in value)
    if isinstance(value, msgspec.Struct) and value.__struct_config__.frozen:
        parts = {name: _renamed(getattr(value, name), ids) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **parts) if parts else value
    return value
