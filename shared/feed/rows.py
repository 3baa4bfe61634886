"""The rows behind an inbox, seen from inside one open transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from shared.feed.delivery import Delivery, Reason
from shared.feed.letter import DeadLetter, LetterState
from shared.feed.message import Message


class Rows(Protocol):
    """What a database has to do for an inbox. All of it is undone when the transaction fails."""

    def enter(self, name: str) -> int:
        """Where the source ``name`` was left, holding its row against every other writer."""
        ...

    def position(self, name: str) -> int:
        """Where the source ``name`` was left; 0 for one that never was followed."""
        ...

    def move(self, name: str, position: int) -> None:
        """Moves that on to ``position``."""
        ...

    def head(self, service: str, stream_id: UUID) -> int:
        """The last version taken of a stream; 0 when there is none."""
        ...

    def advance(self, service: str, stream_id: UUID, version: int) -> None:
        """Moves that on to ``version``."""
        ...

    def latest(self) -> datetime | None:
        """When the newest of all kept messages was recorded, where it came from."""
        ...

    def follow(self, message: Message) -> None:
        """Keeps a message."""
        ...

    def project(self, messages: Sequence[Message]) -> None:
        """Hands what was followed to the service's projection, with this transaction."""
        ...

    def blocked(self, service: str) -> set[UUID | None]:
        """The plans with parked letters; None among them when a letter's plan is unknown."""
        ...

    def park(self, service: str, delivery: Delivery, reason: Reason) -> None:
        """Parks a delivery once; parking it again only counts an attempt."""
        ...

    def settle(self, letter: DeadLetter, state: LetterState) -> None:
        """Marks a letter as dealt with and drops what it holds."""
        ...

    def settle_keyless(self, service: str, reached: int) -> None:
        """Settles the letters without a plan that the source has got past after all."""
        ...

    def letters(self, plan_id: UUID | None) -> list[DeadLetter]:
        """What is parked, of one plan or of all, oldest position first."""
        ...

    def payload(self, letter: DeadLetter) -> bytes | None:
        """What a letter holds; None when its plan was erased."""
        ...

    def followed(self, source: str | None, plan_id: UUID | None) -> Iterable[Message]:
        """What is kept, of one source or all, of one plan or all, in order."""
        ...

    def clear(self, service: str) -> None:
        """Removes every row about a service, and empties the projection of it."""
        ...
