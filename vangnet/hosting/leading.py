"""Who follows and keeps time when a service runs more than once: the holder of its lease."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from shared.web.logs import Log

_SECONDS = 1.0


class Lease(Protocol):
    """What at most one process has at a time, and what it loses with its connection."""

    def try_take(self) -> bool:
        """Whether it is ours now: it already was, or it was free. False too when nobody can say."""
        ...

    def release(self) -> None:
        """Gives it back."""
        ...


class Work(Protocol):
    """Something that runs until it is stopped."""

    @property
    def leads(self) -> bool:
        """Whether this process is the one that follows and keeps time."""
        ...

    def stop(self) -> None:
        """Lets it finish its step, and waits for that."""
        ...


class Leading:
    """Lets ``work`` run while ``lease`` is ours; looks ``every`` second whether it is.

    Two that work at the same moment, while one of them has yet to notice that it lost the lease,
    do no harm: each step is fenced in the database.
    """

    def __init__(
        self, lease: Lease, work: Callable[[], Work], log: Log, every: float = _SECONDS
    ) -> None:
        self._lease = lease
        self._start = work
        self._log = log
        self._every = every
        self._work: Work | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._lead, name="leider")
        self._thread.start()

    @property
    def leads(self) -> bool:
        """Whether the work runs here."""
        return self._work is not None

    def stop(self) -> None:
        """Stops the work, if it runs here, and gives the lease to whoever wants it."""
        self._stop.set()
        self._thread.join()
        self._rest()
        self._lease.release()

    def _lead(self) -> None:
        while not self._stop.is_set():
            self._look()
            self._stop.wait(self._every)

    def _look(self) -> None:
        if not self._lease.try_take():
            self._rest()
        elif self._work is None:
            self._work = self._start()
            self._log.info("leider", part="volgt")

    def _rest(self) -> None:
        if self._work is not None:
            self._work.stop()
            self._work = None
            self._log.info("leider", part="volgt niet meer")
