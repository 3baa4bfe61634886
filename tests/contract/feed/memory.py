"""An inbox that forgets: the same rules over dictionaries, to test the rules and the tests."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from shared.feed.delivery import Delivery, Reason, is_stray
from shared.feed.letter import DeadLetter, LetterState, payload_of
from shared.feed.message import Message
from shared.feed.place import Place
from shared.feed.ports import Projection
from shared.feed.source import service_of
from shared.feed.stored import StoredInbox
from shared.feed.verdict import Checks
from tests.unit.feed.feeds import START


class MemoryRows:
    """Tables as dictionaries. The projection's cursor is ``kept``, which is rolled back too."""

    def __init__(self, projection: Projection) -> None:
        self._projection = projection
        self.tracking: dict[str, Place] = {}
        self.taken_heads: dict[tuple[str, UUID], int] = {}
        self.messages: dict[tuple[str, int], Message] = {}
        self.dead: dict[tuple[str, int], tuple[DeadLetter, bytes]] = {}
        self.types: set[tuple[str, str]] = set()
        self.kept: Any = []

    def enter(self, name: str) -> Place:
        return self.place(name)

    def place(self, name: str) -> Place:
        whole = self.tracking.get(service_of(name), Place())
        return self.tracking.get(name, Place()).not_before(whole)

    def move(self, name: str, place: Place) -> None:
        self.tracking[name] = place

    def foresee(self, service: str, messages: Sequence[Message]) -> None:
        """Everything is at hand."""

    def head(self, service: str, stream_id: UUID) -> int:
        return self.taken_heads.get((service, stream_id), 0)

    def heads(self, service: str, streams: Set[UUID]) -> dict[UUID, int]:
        return {stream_id: self.head(service, stream_id) for stream_id in streams}

    def advance(self, service: str, stream_id: UUID, version: int) -> None:
        self.taken_heads[service, stream_id] = version

    def follow(self, message: Message) -> None:
        assert (message.source, message.seq) not in self.messages
        self.messages[message.source, message.seq] = message

    def event_at(self, service: str, seq: int) -> UUID | None:
        found = self.messages.get((service, seq))
        return None if found is None else found.event_id

    def latest(self) -> datetime | None:
        return max((message.recorded_at for message in self.messages.values()), default=None)

    def project(self, messages: Sequence[Message]) -> None:
        self._projection.followed(self.kept, messages)

    def ignored(self, service: str) -> set[str]:
        return {kind for source, kind in self.types if source == service}

    def ignore(self, service: str, types: Set[str]) -> None:
        self.types |= {(service, kind) for kind in types}

    def level(self, service: str) -> None:
        self._projection.level(self.kept, service)

    def blocked(self, service: str) -> set[UUID | None]:
        return {letter.plan_id for letter in self.letters(None) if letter.source == service}

    def park(self, service: str, delivery: Delivery, reason: Reason) -> None:
        found = self.dead.get((service, delivery.position))
        if found is None:
            facts = (delivery.plan_id, delivery.stream_id, delivery.version, reason)
            letter = DeadLetter(service, delivery.position, *facts, attempts=1, parked_at=START)
            self.dead[service, delivery.position] = letter, payload_of(delivery)
        else:
            letter = msgspec.structs.replace(found[0], attempts=found[0].attempts + 1)
            self.dead[service, delivery.position] = letter, found[1]

    def letter_state(self, service: str, position: int) -> LetterState | None:
        found = self.dead.get((service, position))
        return None if found is None else found[0].state

    def settle(self, letter: DeadLetter, state: LetterState) -> None:
        settled = msgspec.structs.replace(letter, state=state)
        self.dead[letter.source, letter.position] = settled, b""

    def settle_keyless(self, service: str, reached: int) -> None:
        for letter in self.letters(None):
            if letter.plan_id is None and letter.source == service and letter.position <= reached:
                self.settle(letter, LetterState.TAKEN)

    def letters(self, plan_id: UUID | None) -> list[DeadLetter]:
        parked = (x for x, _ in self.dead.values() if x.state is LetterState.PARKED)
        found = [x for x in parked if plan_id is None or x.plan_id == plan_id]
        return sorted(found, key=lambda x: (x.source, x.position))

    def payload(self, letter: DeadLetter) -> bytes | None:
        return self.dead[letter.source, letter.position][1]

    def of_plan(self, plan_id: UUID) -> list[Message]:
        return [message for message in self.followed(None) if message.plan_id == plan_id]

    def newest(self, plan_id: UUID) -> tuple[int, list[Message]]:
        kept = self.of_plan(plan_id)
        return len(kept), list({message.source: message for message in kept}.values())

    def forget_plan(self, plan_id: UUID) -> None:
        self.messages = {k: m for k, m in self.messages.items() if m.plan_id != plan_id}

    def followed(self, service: str | None) -> Iterator[Message]:
        found = (self.messages[key] for key in sorted(self.messages))
        return (message for message in found if service in (None, message.source))

    def clear(self, service: str) -> None:
        self.tracking = {n: p for n, p in self.tracking.items() if service_of(n) != service}
        self.taken_heads = {k: v for k, v in self.taken_heads.items() if k[0] != service}
        self.messages = {k: v for k, v in self.messages.items() if k[0] != service}
        self.dead = {k: v for k, v in self.dead.items() if k[0] != service or is_stray(k[1])}
        for letter in self.letters(None):
            if letter.source == service:
                self.settle(letter, LetterState.DROPPED)
        self.types = {(s, kind) for s, kind in self.types if s != service}
        self._projection.emptied(self.kept, service)


class MemoryInbox(StoredInbox):
    """An inbox over MemoryRows; a transaction works on a copy."""

    def __init__(self, projection: Projection, checks: Checks) -> None:
        super().__init__(checks)
        self._rows = MemoryRows(projection)

    @contextmanager
    def rows(self, commit: bool) -> Iterator[MemoryRows]:
        working = copy.copy(self._rows)
        for name, value in vars(self._rows).items():
            if isinstance(value, dict | list | set):
                setattr(working, name, copy.copy(value))
        yield working
        if commit:
            self._rows = working
