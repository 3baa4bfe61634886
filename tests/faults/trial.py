"""A deployment with people at work in it and somebody who kills, and what came of it."""

from __future__ import annotations

import time

from tests.faults.callers import Callers
from tests.faults.checking import Found, found
from tests.faults.deployed import Deployed
from tests.faults.following import followings
from tests.faults.opening import Opened
from tests.faults.report import report
from tests.faults.striking import Striker
from tests.parts.postgres import PostgresServer


class Trial:
    """``seed`` is for the acts and for the moments of killing; ``patience`` as for Callers."""

    def __init__(
        self, here: Deployed, server: PostgresServer, seed: int, patience: float = 90.0
    ) -> None:
        self._start = time.monotonic()
        self._here = here
        self._seed = seed
        self.callers = Callers(here.addresses, here.token, seed, patience)
        self.striker = Striker(here, server, self.callers, seed)

    def settled(self, within: float = 120.0) -> Found:
        """What is wrong once everybody followed everything, or so many seconds did not suffice."""
        opened = Opened(self._here.settings)
        with opened.town:
            until = time.monotonic() + within
            while True:
                wrong = self._look(opened)
                if wrong.clean or time.monotonic() > until:
                    return wrong
                time.sleep(0.5)

    def found_after(self, kind: str, most: int, name: str | None = None) -> int:
        """After how many kills something was wrong; ``most`` + 1 when nothing was."""
        for kills in range(1, most + 1):
            with self.callers.working():
                self.striker.once(kind, name)
            wrong = self.settled(within=5.0)
            if not wrong.clean:
                self.report(wrong)
                return kills
        return most + 1

    def report(self, wrong: Found) -> None:
        """Prints the figures."""
        striker = self.striker
        kills = f"kills {dict(striker.kills)}, with acts in flight {dict(striker.counted)}"
        report(self._seed, kills, self.callers.ledger, wrong, time.monotonic() - self._start)

    def _look(self, opened: Opened) -> Found:
        followed = followings(opened.town, whole=not self._here.kafka)
        return found(opened, self.callers.ledger, followed)
