"""How a case goes on in time: its clock is put at the moment of each step, never back."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from vangnet.journey.moments import local


class CaseClock(Protocol):
    """A clock that a case is played by."""

    def __call__(self) -> datetime:
        """The moment it is there."""
        ...

    def set(self, moment: datetime) -> None:
        """Makes it ``moment``. Raises ValueError when it is later than that already."""
        ...


class BackInTime(Exception):
    """A step stands at an earlier moment than the one before it."""


class Pace:
    """Moves a simulated clock along with a case."""

    def __init__(self, clock: CaseClock) -> None:
        self._clock = clock
        self._at: datetime | None = None

    def moves(self, written: str) -> bool:
        """Whether a local moment is another than that of the step before. Raises BackInTime."""
        moment = local(written)
        if self._at is not None and moment < self._at:
            raise BackInTime(f"de klok van een casus gaat niet terug naar {written}")
        return moment != self._at

    def move_to(self, written: str) -> None:
        """Goes on to a local moment, unless the case is there already. Raises BackInTime."""
        if self.moves(written):
            self._at = local(written)
            self._clock.set(max(self._at, self._clock()))
