"""Who looks on while a feed is followed."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from shared.feed.delivery import Batch


class Watch(Protocol):
    """What a follower tells of itself. None of these may raise."""

    def stepped(self) -> None:
        """A step begins: the thread lives."""

    def heard(self) -> None:
        """The source answered, if only that there is nothing new."""

    def taking(self, batch: Batch) -> AbstractContextManager[None]:
        """A batch was read, and is taken inside this; what is raised there, it was not."""

    def failed(self) -> None:
        """A step went wrong."""

    def stopped(self) -> None:
        """The follower was stopped, as it should."""


class Unwatched:
    """Nobody looks on."""

    def stepped(self) -> None: ...

    def heard(self) -> None: ...

    def taking(self, batch: Batch) -> AbstractContextManager[None]:
        return nullcontext()

    def failed(self) -> None: ...

    def stopped(self) -> None: ...
