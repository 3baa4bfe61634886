"""People who work over HTTP all the while, each in a thread, with one ledger of what they know."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar

from tests.faults.ledger import Ledger
from tests.faults.lines import Line
from tests.faults.lost_connections import HttpClient
from tests.faults.scribe import Scribe

CALLERS = 4
# A dossier of hundreds of acts would be as rare here as it is in life.
_ACTS_AT_ONCE = 12
T = TypeVar("T")


class Callers:
    """They are at work during :meth:`working`. ``addresses`` as for :class:`HttpClient`.

    ``patience``: seconds that each goes on sending the same act.
    """

    def __init__(
        self, addresses: Mapping[str, str], token: str, seed: int, patience: float
    ) -> None:
        self.ledger = Ledger()
        self._addresses = addresses
        self._token = token
        self._patience = patience
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._chance = random.Random(seed)

    @contextmanager
    def working(self) -> Iterator[None]:
        """They work until this ends, and then finish what they began."""
        self._stop.clear()
        threads = [
            threading.Thread(target=self._work, args=(random.Random(self._chance.random()),))
            for _ in range(CALLERS)
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in threads:
                thread.join()

    def at_once(self, look: Callable[[Ledger], T]) -> T:
        """Looks at the ledger while nobody hears of an answer."""
        with self._lock:
            return look(self.ledger)

    def hear(self, line: Line) -> None:
        """Takes in what one of them tells."""
        with self._lock:
            self.ledger.hear(line)

    def wait_for_an_answer(self, seconds: float = 60.0) -> None:
        """Until one more act is acknowledged; fails when that takes too long."""
        before, until = len(self.ledger.acked), time.monotonic() + seconds
        while len(self.ledger.acked) == before:
            assert time.monotonic() < until, "nobody is answered any more"
            time.sleep(0.02)

    def again(self, most: int) -> None:
        """Sends the last acknowledged acts again: the ledger hears whether the answers differ."""
        client = HttpClient(self._addresses)
        scribe = self._scribe(client, "opnieuw")
        for acked in list(self.ledger.acked.values())[-most:]:
            scribe.send(acked.request)
        client.close()

    def _work(self, chance: random.Random) -> None:
        client = HttpClient(self._addresses)
        while not self._stop.is_set():
            self._scribe(client, str(chance.getrandbits(64))).write(self._plan(chance))
        client.close()

    def _plan(self, chance: random.Random) -> str | None:
        """Now and then one that others write on too."""
        plans = self.at_once(lambda ledger: ledger.plans[-3:])
        return chance.choice(plans) if plans and chance.random() < 0.4 else None

    def _scribe(self, client: HttpClient, seed: str) -> Scribe:
        left = iter(range(_ACTS_AT_ONCE))
        return Scribe(
            client,
            self._token,
            seed,
            lambda: self._stop.is_set() or next(left, None) is None,
            self.hear,
            self._patience,
        )
