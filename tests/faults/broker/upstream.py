"""The service that is followed: a real record, with writers that keep adding to it."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

from shared.eventbase.event import Recorded
from shared.feed.local import LocalSource
from shared.feed.message import Message
from shared.record.appending import Appended
from shared.record.record import Record
from tests.contract.record.family import Agreed, Evaluated, act, agreed, evaluated

WRITERS = 2
_PLANS = 8
_LONGEST = 25


def _published(recorded: Recorded[Any]) -> Mapping[str, Any]:
    return {"version": recorded.stamp.version}


def _understood(message: Message) -> None:
    if not isinstance(message.data["version"], int):
        raise TypeError("version")


CHECKS = {event.TOPIC: _understood for event in (Agreed, Evaluated)}


class Upstream:
    """``begun`` and ``acked``: the ids of events that were offered, and those that stand there."""

    def __init__(self, record: Record, service: str, seed: int, pause: float) -> None:
        self.record = record
        self.service = service
        self.source = LocalSource(service, record.after, lambda: record.last().seq, _published)
        self.begun: set[str] = set()
        self.acked: set[str] = set()
        self.plans: list[UUID] = []
        self._chance = random.Random(seed)
        self._pause = pause
        self._stop = threading.Event()

    @property
    def last(self) -> int:
        """The position of what was recorded last."""
        return self.record.last().seq

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Meanwhile the writers work."""
        self._stop.clear()
        threads = [
            threading.Thread(target=self._write, args=(random.Random(self._chance.random()),))
            for _ in range(WRITERS)
        ]
        for each in threads:
            each.start()
        try:
            yield
        finally:
            self._stop.set()
            for each in threads:
                each.join()

    def add(self, *events: Recorded[Any]) -> None:
        """One act, known before it is sent and again when it is acknowledged."""
        ids = {str(each.stamp.event_id) for each in events}
        self.begun |= ids
        (outcome,) = self.record.append([act(*events)])
        assert isinstance(outcome, Appended)
        self.acked |= ids

    def _write(self, chance: random.Random) -> None:
        plans = [Plan() for _ in range(_PLANS)]
        while not self._stop.wait(chance.uniform(0, 2 * self._pause)):
            at = chance.randrange(_PLANS)
            if plans[at].version >= _LONGEST:
                plans[at] = Plan()
            if not plans[at].version:
                self.plans.append(plans[at].id)
            self.add(*plans[at].next(chance.randrange(1, 4)))


class Plan:
    """One plan as its writer knows it: its own stream, and one beside it."""

    def __init__(self) -> None:
        self.id, self.beside = uuid4(), uuid4()
        self.version = self._beside = 0

    def next(self, count: int) -> list[Recorded[Any]]:
        """So many events of its own, and one in the other stream."""
        self.version += count
        self._beside += 1
        own = [agreed(self.id, v) for v in range(self.version - count + 1, self.version + 1)]
        return [*own, evaluated(self.id, self.beside, self._beside)]
