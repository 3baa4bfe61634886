"""Small events and stamps that the record's tests are written with. Nobody here is real."""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4

import msgspec

from shared.eventbase.erasing import DossierDestroyed
from shared.eventbase.event import Event, Recorded, Stamp
from shared.eventbase.sealed import Address, Item, Party, seal
from shared.record.appending import Append, IdempotencyRow

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


class Words(msgspec.Struct, frozen=True):
    text: str


class Name(msgspec.Struct, frozen=True):
    full: str


class Outcome(enum.Enum):
    KEPT = "kept"
    BROKEN = "broken"


class Agreed(Event, frozen=True):
    TOPIC: ClassVar[str] = "test.agreed"
    NAME: ClassVar[str] = "Afgesproken"

    item: UUID
    due: date | None
    words: Item[Words]
    reason: Item[Words]


class Joined(Event, frozen=True):
    TOPIC: ClassVar[str] = "test.joined"
    NAME: ClassVar[str] = "Betrokken"
    SUBJECT: ClassVar[str] = "person"

    person: UUID
    name: Party[Name]
    address: Address[Words]


class Evaluated(Event, frozen=True):
    TOPIC: ClassVar[str] = "test.evaluated"
    NAME: ClassVar[str] = "Geëvalueerd"
    STREAM: ClassVar[str | None] = "evaluation"

    evaluation: UUID
    outcome: Outcome


class Destroyed(DossierDestroyed, frozen=True):
    TOPIC: ClassVar[str] = "test.dossier-destroyed"


EVENTS: dict[str, type[Event]] = {e.TOPIC: e for e in (Agreed, Joined, Evaluated, Destroyed)}


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


def recorded(event: Event, plan: UUID, version: int, **stamp: Any) -> Recorded[Any]:
    """``event`` as a decision hands it over, expecting to become ``version`` of its stream."""
    given: dict[str, Any] = {
        "event_id": uuid4(),
        "plan_id": plan,
        "stream_id": event.stream_id(plan),
        "version": version,
        "act_id": uuid4(),
        "actor": "worker-17",
        "role": "worker",
        "effective_at": NOON - timedelta(days=1),
    }
    return Recorded(event, Stamp(**(given | stamp)))


def agreed(plan: UUID, version: int, text: str = "Oma haalt op", **stamp: Any) -> Recorded[Any]:
    """An agreement with an item of its own."""
    words = seal(Words(text)), seal(Words("omdat het moet"))
    return recorded(Agreed(uuid4(), date(2026, 4, 1), *words), plan, version, **stamp)


def evaluated(plan: UUID, stream: UUID, version: int) -> Recorded[Any]:
    """An event in a stream beside the plan's own."""
    return recorded(Evaluated(stream, Outcome.KEPT), plan, version)


def joined(plan: UUID, version: int, person: UUID, name: str, address: str) -> Recorded[Any]:
    """A person with a name and an address, each in a compartment of its own."""
    event = Joined(person, seal(Name(name)), seal(Words(address)))
    return recorded(event, plan, version)


def act(*events: Recorded[Any], **given: Any) -> Append:
    """An act to append."""
    return Append(events, **given)


def keyed(scope: bytes, answer: bytes = b"{}") -> IdempotencyRow:
    """An answer to keep under an idempotency key."""
    return IdempotencyRow(scope.ljust(32, b"."), b"mac of the request", answer)
