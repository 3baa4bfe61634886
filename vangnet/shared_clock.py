"""A simulated clock that several processes read, so that a case can be played on all of them."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from shared.record.micros import to_micros, to_moment
from vangnet.settings import Running
from vangnet.world import Clock, real_clock

_BYTES = 8
_STEP = timedelta(microseconds=1)


class SharedClock:
    """A clock that stands in a file. Each reading, in whatever process, moves it on by 1 µs.

    So no two readings are equal, and one that follows another is later, as with a real clock.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))

    def __call__(self) -> datetime:
        """The moment it is there. Raises OSError when the file is gone."""
        with self._alone() as file:
            now = _read(file)
            _write(file, now + _STEP)
        return now

    def set(self, moment: datetime) -> None:
        """Makes it ``moment``. Raises ValueError when it is later than that already."""
        with self._alone() as file:
            now = _read(file)
            if moment < now:
                raise ValueError(f"the clock stands at {now} and was set back to {moment}")
            _write(file, moment.astimezone(UTC))

    @contextmanager
    def _alone(self) -> Iterator[int]:
        # A descriptor of its own each time: the lock is between descriptors, so that threads of
        # one process wait for one another too.
        file = os.open(self._path, os.O_RDWR)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
        finally:
            os.close(file)


def clock_of(running: Running) -> Clock:
    """The clock of a deployment: the real one, unless it was given a simulated one."""
    return real_clock if running.clock is None else SharedClock(running.clock)


def _read(file: int) -> datetime:
    return to_moment(int.from_bytes(os.pread(file, _BYTES, 0), "big"))


def _write(file: int, moment: datetime) -> None:
    os.pwrite(file, to_micros(moment).to_bytes(_BYTES, "big"), 0)
