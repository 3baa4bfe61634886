"""Kills one process of a deployment after another, while people work, at moments of a seed."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from tests.faults.callers import Callers
from tests.faults.deployed import FOLLOWED, Deployed, relay_of
from tests.faults.ledger import Ledger
from tests.faults.lines import DIED
from tests.parts.postgres import PostgresServer

WRITER, FOLLOWER, RELAY, POSTGRES = "writer", "follower", "relay", "postgres"
_TARGETS = {
    WRITER: ["plans"],
    FOLLOWER: ["evaluations", "notifications"],
    RELAY: [relay_of(name) for name in FOLLOWED],
}
_LONGEST_LIFE = 0.4


class Striker:
    """``kills`` is by kind, and ``counted`` those of them with an act in flight at that moment."""

    def __init__(
        self, deployed: Deployed, server: PostgresServer, callers: Callers, seed: int
    ) -> None:
        self.kills: Counter[str] = Counter()
        self.counted: Counter[str] = Counter()
        self._deployed = deployed
        self._server = server
        self._callers = callers
        self._chance = random.Random(seed)

    def until(self, counted: Mapping[str, int]) -> None:
        """Kills until so many of each kind counted; twice as many at most."""
        while left := [kind for kind in counted if self.counted[kind] < counted[kind]]:
            kind = self._chance.choice(left)
            assert self.kills[kind] < 2 * counted[kind], "there is hardly ever an act in flight"
            self.once(kind)

    def once(self, kind: str, name: str | None = None) -> None:
        """Kills one at a random moment, and returns once it is there again and acts go on."""
        time.sleep(self._chance.uniform(0, _LONGEST_LIFE))
        assert self._deployed.all_live, "somebody ended by itself: see the log"
        if kind == POSTGRES:
            self._count(kind, lambda: crash(self._server))
            self._server.start()
        else:
            self._replaced(kind, name or self._chance.choice(_TARGETS[kind]))
        self._callers.wait_for_an_answer()

    def _replaced(self, kind: str, name: str) -> None:
        bearing = self._deployed.bearing
        self._count(kind, lambda: bearing.kill(name))
        while bearing.next(name).what != DIED:
            pass
        self._deployed.replace(name)

    def _count(self, kind: str, kill: Callable[[], None]) -> None:
        def strike(ledger: Ledger) -> bool:
            kill()
            return bool(ledger.in_flight)

        self.kills[kind] += 1
        self.counted[kind] += self._callers.at_once(strike)


def crash(server: PostgresServer) -> None:
    """Ends a server and every process of it at once: none of them puts anything in order."""
    children = [] if server.kind == "docker" else _children(server.pid)
    server.kill9()
    for pid in children:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _children(parent: int) -> list[int]:
    found = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii")
    return [int(pid) for pid in found.split()]
