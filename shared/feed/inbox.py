"""Where a service keeps what it followed."""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import datetime
from typing import Protocol
from uuid import UUID

import msgspec

from shared.feed.delivery import Batch, Delivery, Reason
from shared.feed.digest import Digest
from shared.feed.letter import DeadLetter
from shared.feed.message import Message
from shared.feed.place import Place


class Taken(msgspec.Struct, frozen=True):
    """What became of a batch: how many deliveries were followed, and how many were not."""

    followed: int = 0
    ignored: int = 0
    duplicate: int = 0
    parked: int = 0


class Replayed(msgspec.Struct, frozen=True):
    """What became of a plan's parked letters: settled, still parked, and on what they stick."""

    settled: int = 0
    parked: int = 0
    stuck_on: Reason | None = None


# A letter's delivery as its source gives it today, by source and position.
Fresh = Mapping[tuple[str, int], Delivery]


class Inbox(Protocol):
    """What a service followed, how far, and what it had to park. Each call is one transaction."""

    def place(self, source: str) -> Place:
        """How far a source was followed; a part of one at least as far as the whole was."""
        ...

    def begin(self, source: str) -> None:
        """Empties it of a source of which it now understands more than when it was followed.

        Asked by whoever begins to follow, so that nothing that was passed over stays unknown.
        """
        ...

    def take(self, source: str, batch: Batch) -> Taken:
        """Follows a batch: each message once and in its stream's order, however often delivered.

        Raises Fenced, with nothing taken, when the batch does not connect to the place; and an
        Alarm, with all before it taken, when something would be lost in silence or another
        history than this was followed.
        """
        ...

    def replay(self, plan_id: UUID, fresh: Fresh) -> Replayed:
        """Takes a plan's parked letters in order, up to the first that still will not go."""
        ...

    def of_plan(self, plan_id: UUID) -> list[Message]:
        """All that was followed about a plan, per service in the feed's order."""
        ...

    def newest(self, plan_id: UUID) -> tuple[int, list[Message]]:
        """How many messages of a plan were followed, and the last of each service, by its name.

        Whatever is taken or forgotten of the plan, this changes.
        """
        ...

    def heads(self, service: str, streams: Set[UUID]) -> dict[UUID, int]:
        """The last version taken of each of these streams of a service; 0 of one unknown.

        Of a stream with something parked this is the last one before that.
        """
        ...

    def latest(self) -> datetime | None:
        """When the newest of all that was followed was recorded; None when nothing was."""
        ...

    def dead_letters(self, plan_id: UUID | None = None) -> list[DeadLetter]:
        """What is parked, of one plan or of all, oldest position first."""
        ...

    def empty(self, source: str) -> None:
        """Forgets all that was followed from a source, to follow it again from the start."""
        ...

    def forget_plan(self, plan_id: UUID) -> None:
        """Drops all that was followed of a plan that was destroyed, and what its letters hold.

        How far its streams were followed stays, so that none of it is taken a second time.
        """
        ...

    def level(self, source: str) -> None:
        """Followed anew to the end: what is not back by now does not exist any more."""
        ...

    def digest(self, source: str | None = None) -> Digest:
        """The fingerprint of all that was followed, from one source or from all."""
        ...
