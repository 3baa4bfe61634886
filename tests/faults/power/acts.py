"""Acts to record, as a seed has them. What is in them begins with the id of its event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from random import Random
from uuid import UUID

from shared.eventbase.event import Event, Recorded
from shared.eventbase.sealed import seal
from shared.record.appending import Append
from tests.contract.record.family import Agreed, Joined, Name, Words, keyed, recorded

_LONGEST = 6000


class Acts:
    """Makes acts out of ``chance``, which is nothing cryptographic: nobody here is real."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._plans: list[UUID] = []

    def plans(self) -> Sequence[UUID]:
        """One or two different plans, now and then a new one."""
        if len(self._plans) < 2 or self._chance.random() < 0.1:
            self._plans.append(self._id())
        many = min(len(self._plans), self._chance.choice((1, 1, 1, 2)))
        return self._chance.sample(self._plans, many)

    def act(self, plan: UUID, version: int) -> Append:
        """One to three events that follow ``version``, in six of ten with an answer to keep."""
        act = self._id()
        events = [
            self._event(plan, version + n, act)
            for n in range(1, self._chance.choice((1, 1, 2, 3)) + 1)
        ]
        answer = keyed(self._chance.randbytes(32), act.bytes)
        return Append(events, answer=answer if self._chance.random() < 0.6 else None)

    def _event(self, plan: UUID, version: int, act: UUID) -> Recorded[Event]:
        event_id = self._id()
        text = event_id.hex + "x" * int(_LONGEST * self._chance.random() ** 3)
        event: Event = Agreed(self._id(), date(2026, 4, 1), seal(Words(text)), seal(Words(text)))
        if self._chance.random() < 0.2:
            event = Joined(self._id(), seal(Name(text)), seal(Words(text)))
        return recorded(event, plan, version, event_id=event_id, act_id=act)

    def _id(self) -> UUID:
        return UUID(bytes=self._chance.randbytes(16), version=4)
