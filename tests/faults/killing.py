"""Lets writers live for a moment, kills them with SIGKILL, and counts."""

from __future__ import annotations

import os
import queue
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from tests.faults.ledger import Ledger
from tests.faults.lines import BORN, DIED, OPENED, Line, Order, heard

ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0
_LONGEST_LIFE = 0.30
_SETTLING = 0.2


class Nursery:
    """A process that bears one writer at a time; what they tell comes out of ``next``."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.faults.nursery"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
        )
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self._writer = 0

    def order(self, order: Order) -> None:
        """Asks for a writer."""
        assert self._process.stdin is not None
        self._process.stdin.write(msgspec.json.encode(order) + b"\n")
        self._process.stdin.flush()

    def next(self) -> Line:
        """What was told next. Raises queue.Empty when nothing is told for too long."""
        line = heard(self._lines.get(timeout=_PATIENCE))
        if line.what in (BORN, DIED):
            self._writer = line.pid if line.what == BORN else 0
        return line

    def kill(self) -> None:
        """Ends the writer as a power failure would."""
        # It may have come to its own end just now; its number is not given out again so soon.
        with suppress(ProcessLookupError):
            os.kill(self._writer, signal.SIGKILL)

    def close(self) -> None:
        """Ends the writer, if there is one, and the nursery."""
        if self._writer:
            self.kill()
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=_PATIENCE)
        self._reader.join(timeout=_PATIENCE)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as told:
            for raw in told:
                self._lines.put(raw)


@contextmanager
def nursery() -> Iterator[Nursery]:
    """A nursery that is closed at the end."""
    opened = Nursery()
    try:
        yield opened
    finally:
        opened.close()


class Killer:
    """Kills writer after writer on one folder, at moments that a seed chooses."""

    def __init__(self, nursery: Nursery, folder: Path, seed: int, tracks_first: bool) -> None:
        self.ledger = Ledger()
        self.kills = self.counted = self.resent = 0
        self._nursery = nursery
        self._folder = folder
        self._chance = random.Random(seed)
        self._tracks_first = tracks_first

    def until(self, counted: int, most: int) -> None:
        """Kills until so many had an act in flight, and at most ``most``."""
        while self.counted < counted and self.kills < most:
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
