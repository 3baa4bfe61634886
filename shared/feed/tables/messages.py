"""The table ``followed``: every message that the service understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from eventsourcing.persistence import Cursor

from shared.feed.message import Message
from shared.feed.ports import Sealing
from shared.feed.tables.table import Table, marks, text

_FOLLOW = """
INSERT INTO followed
(source, seq, plan_id, stream_id, version, type, effective_at, recorded_at, event_id, data)
VALUES {}
"""
_MESSAGES = """
SELECT source, seq, plan_id, stream_id, version, type, effective_at, recorded_at, event_id, data
FROM followed WHERE {} ORDER BY source, seq
"""
_OF_PLAN = _MESSAGES.format("plan_id = ?")
_COUNTED = """
SELECT source, count(*), max(seq) FROM followed WHERE plan_id = ? GROUP BY source ORDER BY source
"""
_AT = _MESSAGES.format("source = ? AND seq = ?")
_NEXT_OF_SERVICE = _MESSAGES.format("source = ? AND seq > ?") + "LIMIT ?"
_SERVICES = "SELECT DISTINCT source FROM followed ORDER BY source"
_EVENT_AT = "SELECT event_id FROM followed WHERE source = ? AND seq = ?"
_EVENTS_AT = "SELECT seq, event_id FROM followed WHERE source = ? AND seq IN ({})"
_LATEST = "SELECT max(recorded_at) FROM followed"
_CLEAR = "DELETE FROM followed WHERE source = ?"
_FORGET = "DELETE FROM followed WHERE plan_id = ?"
_PAGE = 500

_encoder = msgspec.json.Encoder(order="deterministic")


class MessageRows(Table):
    """Messages, their data sealed per plan. Which events are there is kept once it was read."""

    def __init__(self, cursor: Cursor, sealing: Sealing, now: Callable[[], datetime]) -> None:
        super().__init__(cursor, sealing, now)
        self._events: dict[tuple[str, int], UUID | None] = {}
        self._unsealed: list[Message] = []

    def follow(self, message: Message) -> None:
        self._unsealed.append(message)
        self._events[message.source, message.seq] = message.event_id

    def write(self) -> None:
        """Carries out what waits: messages are sealed together."""
        messages, self._unsealed = self._unsealed, []
        if messages:
            self._sealing.prepare(dict.fromkeys(message.plan_id for message in messages))
        for message in messages:
            self._put_sealed(message)
        super().write()

    def _put_sealed(self, message: Message) -> None:
        sealed = self._sealing.seal(message.plan_id, _encoder.encode(message.data))
        row = (
            message.source,
            message.seq,
            str(message.plan_id),
            str(message.stream_id),
            message.version,
            message.type,
            text(message.effective_at),
            text(message.recorded_at),
            str(message.event_id),
            sealed,
        )
        self._put(_FOLLOW, (message.source, message.seq, message.event_id), row)

    def event_at(self, service: str, seq: int) -> UUID | None:
        if (service, seq) in self._events:
            return self._events[service, seq]
        found = self._all(_EVENT_AT, service, seq)
        return UUID(found[0][0]) if found else None

    def latest(self) -> datetime | None:
        found = self._all(_LATEST)[0][0]
        return None if found is None else datetime.fromisoformat(found)

    def of_plan(self, plan_id: UUID) -> list[Message]:
        return [self._message(row) for row in self._all(_OF_PLAN, str(plan_id))]

    def newest(self, plan_id: UUID) -> tuple[int, list[Message]]:
        counted = self._all(_COUNTED, str(plan_id))
        last = [self._message(self._all(_AT, source, seq)[0]) for source, _, seq in counted]
        return sum(count for _, count, _ in counted), last

    def forget_plan(self, plan_id: UUID) -> None:
        self._events.clear()
        self._run(_FORGET, str(plan_id))

    def followed(self, service: str | None) -> Iterator[Message]:
        services = [service] if service else [source for (source,) in self._all(_SERVICES)]
        for each in services:
            yield from self._of_service(each)

    def _of_service(self, service: str) -> Iterator[Message]:
        # Page by page: the table need not fit in memory, and some databases send all they find.
        after = 0
        while rows := self._all(_NEXT_OF_SERVICE, service, after, _PAGE):
            yield from (self._message(row) for row in rows)
            after = rows[-1][1]

    def _foresee_events(self, service: str, seqs: Set[int]) -> None:
        if not seqs:
            return
        statement = _EVENTS_AT.format(marks(len(seqs)))
        self._events |= {(service, seq): None for seq in seqs}
        for seq, event_id in self._all(statement, service, *seqs):
            self._events[service, seq] = UUID(event_id)

    def _clear_messages(self, service: str) -> None:
        self._events.clear()
        self._run(_CLEAR, service)

    def _message(self, row: Any) -> Message:
        plan_id = UUID(row[2])
        data = None if row[9] is None else self._sealing.unseal(plan_id, row[9])
        return Message(
            source=row[0],
            seq=row[1],
            plan_id=plan_id,
            stream_id=UUID(row[3]),
            version=row[4],
            type=row[5],
            effective_at=datetime.fromisoformat(row[6]),
            recorded_at=datetime.fromisoformat(row[7]),
            event_id=UUID(row[8]),
            data={} if data is None else msgspec.json.decode(data),
            erased=data is None,
        )
