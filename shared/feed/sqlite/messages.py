"""The table ``followed``: every message that the service understood."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from shared.feed.message import Message
from shared.feed.sqlite.tables import Tables, text

_FOLLOW = """
INSERT INTO followed
(source, seq, plan_id, stream_id, version, type, effective_at, recorded_at, event_id, data)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FOLLOWED = """
SELECT source, seq, plan_id, stream_id, version, type, effective_at, recorded_at, event_id, data
FROM followed WHERE {} ORDER BY source, seq
"""

_LATEST = "SELECT max(recorded_at) FROM followed"

_encoder = msgspec.json.Encoder(order="deterministic")


class MessageRows(Tables):
    """Messages, their data sealed per plan."""

    def follow(self, message: Message) -> None:
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
        self._cursor.execute(_FOLLOW, row)

    def latest(self) -> datetime | None:
        self._cursor.execute(_LATEST)
        (found,) = self._cursor.fetchone()
        return None if found is None else datetime.fromisoformat(found)

    def followed(self, source: str | None, plan_id: UUID | None) -> Iterator[Message]:
        wanted = {"source": source, "plan_id": plan_id and str(plan_id)}
        values = {name: value for name, value in wanted.items() if value is not None}
        where = " AND ".join(f"{name} = ?" for name in values) or "true"
        self._cursor.execute(_FOLLOWED.format(where), tuple(values.values()))
        # One by one: a digest reads the whole table, which need not fit in memory.
        while row := self._cursor.fetchone():
            yield self._message(row)

    def _message(self, row: tuple[Any, ...]) -> Message:
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
