"""Lets writers live for a moment, kills them with SIGKILL, and counts."""

from __future__ import annotations

import random
import time
from collections.abc import Set
from pathlib import Path

import msgspec

from tests.faults.bearing import Nursery
from tests.faults.ledger import Ledger
from tests.faults.lines import DIED, OPENED, Order

_LONGEST_LIFE = 0.30
_SETTLING = 0.2


class Killer:
    """Kills writer after writer on one folder, at moments that a seed chooses."""

    def __init__(self, nursery: Nursery, folder: Path, seed: int, tracks_first: bool) -> None:
        self.ledger = Ledger()
        self.kills = self.counted = self.resent = 0
        self._nursery = nursery
        self._folder = folder
        self._chance = random.Random(seed)
        self._tracks_first = tracks_first

    def until(self, counted: int, kinds: Set[str], most: int) -> None:
        """Kills until so many had an act in flight and these kinds of acts were acknowledged.

        At most ``most`` times: on a slow machine a short life comes to few acts.
        """
        while (self.counted < counted or not kinds <= self.kinds) and self.kills < most:
            self.once()

    def once(self) -> None:
        """One life: acts in flight are sent again, others follow, and it is killed."""
        self._nursery.order(self._order())
        while (line := self._nursery.next()).what != OPENED:
            assert line.what != DIED, "the writer could not open the town: see its error above"
        time.sleep(self._chance.uniform(0, _LONGEST_LIFE))
        self._nursery.kill()
        self._listen()
        self.kills += 1
        self.counted += bool(self.ledger.in_flight)

    def settle(self) -> None:
        """One life that nobody ends: what was in flight is answered, and writing goes on a bit."""
        self._nursery.order(msgspec.structs.replace(self._order(), seconds=_SETTLING))
        self._listen()

    @property
    def kinds(self) -> set[str]:
        """Which kinds of acts were acknowledged."""
        return {acked.request.kind for acked in self.ledger.acked.values()}

    def _order(self) -> Order:
        again = list(self.ledger.in_flight.values())
        self.resent += len(again)
        return Order(
            folder=str(self._folder),
            seed=str(self._chance.getrandbits(64)),
            again=again,
            plans=self._plans(),
            tracks_first=self._tracks_first,
        )

    def _plans(self) -> list[str]:
        """Now and then everybody a new one; else the last few, so that some write together."""
        return self.ledger.plans[-3:] if self._chance.random() < 0.8 else []

    def _listen(self) -> None:
        while (line := self._nursery.next()).what != DIED:
            self.ledger.hear(line)
