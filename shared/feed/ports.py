"""What an inbox needs from the service that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol
from uuid import UUID

from eventsourcing.persistence import Cursor

from shared.feed.message import Message


class Sealing(Protocol):
    """Closes and opens what is stored of a plan's messages; None for the plan: nobody's yet.

    None comes back when the plan's key was destroyed: there is nothing to keep or to read. It
    raises when keys cannot be reached just now, and then nothing of the batch is taken.
    """

    def prepare(self, plan_ids: Iterable[UUID]) -> None:
        """Says of which plans something is about to be sealed."""
        ...

    def seal(self, plan_id: UUID | None, data: bytes) -> bytes | None:
        """The closed bytes; None when there is nothing to keep any more."""
        ...

    def unseal(self, plan_id: UUID | None, data: bytes) -> bytes | None:
        """What was closed; None when the key is gone."""
        ...


class Projection(Protocol):
    """A small table of a service that must be written together with its inbox.

    It gets the open transaction and nothing else. It must be derivable from the inbox: a
    rebuild empties it and hands it the same messages again.
    """

    def followed(self, cursor: Cursor, messages: Sequence[Message]) -> None:
        """Takes in messages that were just followed."""
        ...

    def emptied(self, cursor: Cursor, source: str) -> None:
        """Forgets what came from ``source``."""
        ...

    def level(self, cursor: Cursor, source: str) -> None:
        """Knows that ``source`` has no more than was handed over since it was emptied."""
        ...


class NoProjection:
    """The projection of a service that folds everything on read."""

    def followed(self, cursor: Cursor, messages: Sequence[Message]) -> None:
        """Keeps nothing."""

    def emptied(self, cursor: Cursor, source: str) -> None:
        """Has nothing to empty."""

    def level(self, cursor: Cursor, source: str) -> None:
        """Awaits nothing."""
