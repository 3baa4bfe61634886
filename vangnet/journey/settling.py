"""When everything that follows from acts is let happen: before something that could see it."""

from __future__ import annotations

from collections.abc import Callable


class Settling:
    """Waits for rest no more often than it can matter.

    An act of one service depends on nothing that follows from others of the same one, so that
    several in a row need one rest after them; a look, another service or a later moment does.
    """

    def __init__(self, settle: Callable[[], object]) -> None:
        self._settle = settle
        self._acted: str | None = None

    def acted(self, service: str) -> None:
        """Something was recorded by ``service``, and may be followed."""
        self._acted = service

    def before(self, service: str | None = None) -> None:
        """Rests, unless all that was done is of the ``service`` that is asked to do more."""
        if self._acted is not None and self._acted != service:
            self.now()

    def now(self) -> None:
        """Rests."""
        self._settle()
        self._acted = None
