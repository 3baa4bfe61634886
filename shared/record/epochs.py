"""How long an epoch key lives: until when it may be there, and its turn, which comes first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from shared.record.database import Database
from shared.record.keys import Wrapper
from shared.record.micros import to_moment
from shared.record.rotation import TABLE, rotate, wait_for_turn

TERM = timedelta(days=30)
# Of the term, for whoever was down when the turn was due: 3 of 30 days.
_MARGIN = 10

Clock = Callable[[], datetime]


class Epochs:
    """The epoch keys around one key store. ``term``: the age at which an epoch key must be gone."""

    def __init__(self, database: Database, wrapper: Wrapper, clock: Clock, term: timedelta) -> None:
        self._database = database
        self._wrapper = wrapper
        self._clock = clock
        self._term = term

    def begin_counting(self) -> None:
        """An epoch key of which nobody kept when it began is one that begins now."""
        if self._wrapper.began() is not None:
            return
        with self._database.transaction(commit=True, alone=TABLE) as cursor:
            wait_for_turn(cursor)
            if self._wrapper.began() is None:
                self._wrapper.count_from(self._clock())

    def ends(self) -> datetime:
        """When the present epoch key must be gone."""
        return (self._wrapper.began() or self._clock()) + self._term

    def complete_by(self) -> datetime:
        """When the keys that wrapped what was destroyed until now are gone, at the latest.

        The end of the epoch. Where its turn is late: the time that a turn is given from now on.
        """
        return max(self.ends(), self._clock() + self._term / _MARGIN)

    def rotate(self) -> None:
        """Begins a new epoch, whatever the age of this one."""
        rotate(self._database, self._wrapper, lambda: self._wrapper.begin_epoch(self._clock()))

    def rotate_when_due(self, now: datetime) -> int:
        """Begins a new epoch if this one nears its end, or finishes a turn that was cut off."""
        if not self._due(now) and not self._wrapper.keeps_others():
            return 0
        # Again while alone: another process may have come first.
        rotate(self._database, self._wrapper, lambda: self._new_or_present(now))
        return 1

    def _new_or_present(self, now: datetime) -> str:
        wrapper = self._wrapper
        return wrapper.begin_epoch(now) if self._due(now) else wrapper.present_epoch()

    def _due(self, now: datetime) -> bool:
        return now >= self.ends() - self._term / _MARGIN


def clock_of(database: Database) -> Clock:
    """The clock of a database, which all processes share."""

    def now() -> datetime:
        with database.transaction(commit=False) as cursor:
            cursor.execute(f"SELECT {database.clock}")
            return to_moment(cursor.fetchone()[0])

    return now
