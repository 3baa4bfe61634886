"""The rows behind an inbox, seen from inside one open transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from datetime import datetime
from typing import Protocol
from uuid import UUID

from shared.feed.delivery import Delivery, Reason
from shared.feed.letter import DeadLetter, LetterState
from shared.feed.message import Message
from shared.feed.place import Place

# Among the types that were passed over: which those were, nobody kept.
ANY = "*"


class Rows(Protocol):
    """What a database has to do for an inbox. All of it is undone when the transaction fails."""

    def enter(self, name: str) -> Place:
        """Where the source ``name`` was left, holding its service against every other writer.

        For a part of a feed this is nowhere before where the whole feed was left.
        """
        ...

    def place(self, name: str) -> Place:
        """The same, holding nothing: to look at."""
        ...

    def move(self, name: str, place: Place) -> None:
        """Moves that on to ``place``."""
        ...

    def foresee(self, service: str, messages: Sequence[Message]) -> None:
        """Says about which messages ``head`` and ``event_at`` will be asked, to read it at once."""
        ...

    def head(self, service: str, stream_id: UUID) -> int:
        """The last version taken of a stream; 0 when there is none."""
        ...

    def heads(self, service: str, streams: Set[UUID]) -> dict[UUID, int]:
        """The same of many streams."""
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

    def event_at(self, service: str, seq: int) -> UUID | None:
        """The event of the kept message with that position; None when none is kept."""
        ...

    def project(self, messages: Sequence[Message]) -> None:
        """Hands what was followed to the service's projection, with this transaction."""
        ...

    def ignored(self, service: str) -> set[str]:
        """The types of messages that were passed over, with ANY among them if need be."""
        ...

    def ignore(self, service: str, types: Set[str]) -> None:
        """Keeps that messages of these types were passed over."""
        ...

    def level(self, service: str) -> None:
        """Tells the projection that the service has no more than was handed over."""
        ...

    def blocked(self, service: str) -> set[UUID | None]:
        """The plans with parked letters; None among them when a letter's plan is unknown."""
        ...

    def park(self, service: str, delivery: Delivery, reason: Reason) -> None:
        """Parks a delivery once; parking it again only counts an attempt."""
        ...

    def letter_state(self, service: str, position: int) -> LetterState | None:
        """What became of the letter at a position; None when there never was one."""
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

    def of_plan(self, plan_id: UUID) -> list[Message]:
        """What is kept about a plan, per service in order."""
        ...

    def newest(self, plan_id: UUID) -> tuple[int, list[Message]]:
        """How many messages are kept about a plan, and the last of each service, by its name."""
        ...

    def followed(self, service: str | None) -> Iterable[Message]:
        """All that is kept, of one service or of every one, in order and some at a time."""
        ...

    def forget_plan(self, plan_id: UUID) -> None:
        """Removes the messages of a plan, of every service."""
        ...

    def clear(self, service: str) -> None:
        """Removes every row about a service, and empties the projection of it.

        Strays stay, settled: they are not the service's, and come back when nobody knows them.
        """
        ...
