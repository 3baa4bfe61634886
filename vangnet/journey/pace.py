"""How a case goes on in time: its clock is put at the moment of each step, never back."""

from __future__ import annotations

from datetime import datetime

from vangnet.journey.moments import local
from vangnet.world import SimulatedClock


class BackInTime(Exception):
    """A step stands at an earlier moment than the one before it."""


class Pace:
    """Moves a simulated clock along with a case."""

    def __init__(self, clock: SimulatedClock) -> None:
        self._clock = clock
        self._at: datetime | None = None

    def move_to(self, written: str) -> None:
        """Goes on to a local moment, unless the case is there already. Raises BackInTime."""
        moment = local(written)
        if self._at is not None and moment < self._at:
            raise BackInTime(f"de klok van een casus gaat niet terug naar {written}")
        if moment != self._at:
            self._clock.set(max(moment, self._clock()))
            self._at = moment
