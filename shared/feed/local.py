"""A service's feed read in the same process, straight from its record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.persistence import InterfaceError, OperationalError

from shared.eventbase.event import Recorded
from shared.feed.delivery import Batch, Damaged, Delivery, Reason
from shared.feed.message import BARE, Message

After = Callable[[int, int], Sequence[Recorded[Any]]]
Publish = Callable[[Recorded[Any]], Mapping[str, Any] | None]
TracesOf = Callable[[Sequence[UUID]], Mapping[UUID, str]]


class LocalSource:
    """The feed of the service ``name``, from its record.

    ``after(position, limit)`` reads its events in order and ``last()`` its last position.
    ``publish`` says what others may know of an event: ids, kinds, moments and intervals, or
    None to keep it to itself, which makes its message a bare one. An event that ``publish``
    fails on is delivered as damaged: it holds up its own plan and no other. But when a database
    is away, reading raises what that raises. ``traces`` knows the trace contexts of acts.
    """

    def __init__(
        self,
        name: str,
        after: After,
        last: Callable[[], int],
        publish: Publish,
        traces: TracesOf = lambda act_ids: {},
    ) -> None:
        self.name = name
        self._after = after
        self._last = last
        self._publish = publish
        self._traces = traces

    def read(self, after: int, limit: int) -> Batch:
        """What was recorded after a position, at most ``limit`` of it."""
        # One more in front: what stands at the position now.
        found = self._after(max(after - 1, 0), limit + 1)
        first = found[0].stamp.event_id if found and found[0].stamp.seq == after else None
        new = [recorded for recorded in found if (recorded.stamp.seq or 0) > after][:limit]
        traces = self._traces(list({recorded.stamp.act_id for recorded in new}))
        deliveries = [self._deliver(r, traces.get(r.stamp.act_id)) for r in new]
        return Batch(
            after,
            reached=deliveries[-1].position if deliveries else after,
            last=self._last(),
            deliveries=deliveries,
            mark=new[-1].stamp.event_id if new else first,
            before=first,
        )

    def _deliver(self, recorded: Recorded[Any], traceparent: str | None) -> Delivery:
        try:
            published = self._publish(recorded)
            data = None if published is None else msgspec.to_builtins(dict(published))
        except (OperationalError, InterfaceError):
            # The database was away, which says nothing about the event.
            raise
        except Exception:
            return self._damaged(recorded)
        return self._message(recorded, data, traceparent)

    def _message(
        self, recorded: Recorded[Any], data: dict[str, Any] | None, traceparent: str | None
    ) -> Message:
        stamp = recorded.stamp
        if stamp.seq is None or stamp.recorded_at is None:
            raise ValueError("an event on the feed has no place in the record")
        return Message(
            source=self.name,
            type=BARE if data is None else type(recorded.event).TOPIC,
            plan_id=stamp.plan_id,
            stream_id=stamp.stream_id,
            version=stamp.version,
            seq=stamp.seq,
            effective_at=stamp.recorded_at if data is None else stamp.effective_at,
            recorded_at=stamp.recorded_at,
            data=data or {},
            event_id=stamp.event_id,
            traceparent=traceparent,
        )

    def _damaged(self, recorded: Recorded[Any]) -> Damaged:
        stamp = recorded.stamp
        return Damaged(
            position=stamp.seq or 0,
            reason=Reason.UNTRANSLATABLE,
            plan_id=stamp.plan_id,
            stream_id=stamp.stream_id,
            version=stamp.version,
        )
