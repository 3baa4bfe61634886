"""The acts that stand in a town's records, and which of them an acknowledged key stands for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from shared.access.role import Role
from shared.eventbase.doing import Actor
from shared.eventbase.event import Recorded, shape
from shared.record.appending import KeptAnswer
from shared.record.record import Record
from shared.service.service import Service
from shared.web.idempotency import idempotency_key
from tests.faults.ledger import Acked
from tests.faults.opening import SUBJECT, Opened

_SENDER = Actor(SUBJECT, Role.WORKER)

_PAGE = 500


Place = tuple[str, int]


class RecordedActs:
    """Every act of the writers: its id, with the text that its events carry."""

    def __init__(self, opened: Opened) -> None:
        self._secret = opened.world.secret
        self._services = opened.town.services
        self.all: dict[UUID, str] = {}
        self._last: dict[UUID, tuple[Place, datetime]] = {}
        for service in self._services:
            self._read(service.name, service.acting.record)

    def of(self, acked: Acked) -> UUID | None:
        """The act under this key, if it is there as it was sent and answered; else None."""
        record = self._service(acked.request.path).acting.record
        kept = self._kept(record, acked.request.key)
        if kept is None or not isinstance(kept.answer, bytes):
            return None
        given = msgspec.json.decode(kept.answer)
        as_answered = given["plan_id"], given["items"], given["version"]
        answer = acked.answer
        if as_answered != (answer["planId"], answer["onderdelen"], answer.get("versie")):
            return None
        act = _act(record, kept)
        return act if act is not None and self._says(act, acked) else None

    def place(self, act: UUID) -> Place:
        """In which service it was recorded, and the ``seq`` of its last event."""
        return self._last[act][0]

    def stood(self, act: UUID, moment: datetime) -> bool:
        """Whether it was recorded before a moment."""
        return self._last[act][1] < moment

    def _says(self, act: UUID, acked: Acked) -> bool:
        key = acked.request.key
        return key in self.all.get(act, "") or key not in str(acked.request.body)

    def _service(self, path: str) -> Service:
        return next(s for s in self._services if path.startswith(s.base_path))

    def _kept(self, record: Record, key: str) -> KeptAnswer | None:
        # The scope of a key is its sender's; what was asked decides only on a replay.
        found = idempotency_key(self._secret, key, _SENDER, ("POST", "", b""))
        return None if found is None else record.answer_for(found.scope)

    def _read(self, service: str, record: Record) -> None:
        for recorded in everything(record):
            stamp = recorded.stamp
            if stamp.actor == SUBJECT:
                said = self.all.get(stamp.act_id, "")
                self.all[stamp.act_id] = f"{said} {_text(record, recorded)}"
                assert stamp.recorded_at is not None
                self._last[stamp.act_id] = (service, stamp.seq or 0), stamp.recorded_at


def _act(record: Record, kept: KeptAnswer) -> UUID | None:
    stream = record.of_stream(kept.stream_id)
    return next((r.stamp.act_id for r in stream if r.stamp.version == kept.version), None)


def everything(record: Record) -> Iterator[Recorded[Any]]:
    """Every event of a record, in order."""
    seq = 0
    while page := record.after(seq, _PAGE):
        yield from page
        seq = page[-1].stamp.seq or 0


def _text(record: Record, recorded: Recorded[Any]) -> str:
    names = shape(type(recorded.event)).sealed
    opened = [record.sealer.open(getattr(recorded.event, name)) for name in names]
    return " ".join(repr(content) for content in opened)
