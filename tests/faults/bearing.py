"""The nursery, seen from the test: orders go in, what the children tell comes out by name."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from tests.faults.lines import BORN, DIED, WRITER, Line, Order, Serve, heard

ROOT = Path(__file__).parents[2]
_PATIENCE = 60.0


class Nursery:
    """A process that bears others. ``log`` gets what they write on their error stream."""

    def __init__(self, log: Path | None = None) -> None:
        command = [sys.executable, "-m", "tests.faults.nursery"]
        errors = None if log is None else log.open("ab")
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, cwd=ROOT
        )
        if errors is not None:
            errors.close()
        self._told: dict[str, queue.SimpleQueue[Line]] = defaultdict(queue.SimpleQueue)
        self._living: dict[str, int] = {}
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def order(self, order: Order | Serve) -> None:
        """Asks for a process. Of the same name only one lives at a time."""
        assert self._process.stdin is not None
        self._told[order.name]  # before anybody tells anything
        self._process.stdin.write(msgspec.json.encode(order) + b"\n")
        self._process.stdin.flush()

    def next(self, name: str = WRITER) -> Line:
        """What this one told next. Raises queue.Empty when it tells nothing for too long."""
        return self._told[name].get(timeout=_PATIENCE)

    @property
    def living(self) -> set[str]:
        """Who was born and did not die, as far as is known."""
        return set(self._living)

    def kill(self, name: str = WRITER) -> None:
        """Ends it as a power failure would."""
        # It may have come to its own end just now; its number is not given out again so soon.
        with suppress(ProcessLookupError, KeyError):
            os.kill(self._living[name], signal.SIGKILL)

    def close(self) -> None:
        """Ends everybody and the nursery."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=_PATIENCE)
        self._reader.join(timeout=_PATIENCE)

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as told:
            for raw in told:
                line = heard(raw)
                if line.what == BORN:
                    self._living[line.name] = line.pid
                if line.what == DIED:
                    self._living.pop(line.name)
                self._told[line.name].put(line)


@contextmanager
def nursery(log: Path | None = None) -> Iterator[Nursery]:
    """A nursery that is closed at the end."""
    opened = Nursery(log)
    try:
        yield opened
    finally:
        opened.close()
