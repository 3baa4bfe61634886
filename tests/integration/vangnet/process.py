"""``vangnet`` as somebody runs it: a process of its own, on a free port or one that was chosen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from urllib.request import Request, urlopen

SECONDS = 60.0
_ROOT = Path(__file__).parents[3]


def environment(folder: Path) -> dict[str, str]:
    """The settings of a town in ``folder`` on a free port, without example families."""
    return {**os.environ, "VAR": str(folder), "PORT": "0", "DEMO": "0"}


class Up:
    """A town or service that runs: what it printed until it was ready, and its address."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.lines = self._until_ready()
        self.address = self.lines[-1].split(" ")[-1]

    def _until_ready(self) -> list[str]:
        lines: list[str] = []
        until = time.monotonic() + SECONDS
        assert self._process.stdout is not None
        for line in self._process.stdout:
            lines.append(line.rstrip("\n"))
            if lines[-1].startswith("ready "):
                return lines
            assert time.monotonic() < until, lines
        raise AssertionError(f"it ended by itself: {lines}")

    def token(self, role: str) -> str:
        """The token that was printed for a role."""
        return next(line.split()[-1] for line in self.lines if line.startswith(f"{role} "))

    def ask(self, path: str, token: str | None = None, body: bytes | None = None) -> bytes:
        """The answer to one request, which must succeed."""
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        request = Request(self.address + path, data=body, headers=headers)
        with urlopen(request, timeout=SECONDS) as answer:
            read: bytes = answer.read()
            return read

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Asks it to stop; gives its exit code."""
        self._process.send_signal(how)
        return self._process.wait(SECONDS)


def launched(
    words: list[str], environ: Mapping[str, str], log: IO[bytes] | None = None
) -> subprocess.Popen[str]:
    """A process that begins to run ``vangnet`` with these words; ``log`` gets its error stream."""
    return subprocess.Popen(
        [sys.executable, "-m", "vangnet", *words],
        cwd=_ROOT,
        env=environ,
        stdout=subprocess.PIPE,
        stderr=log,
        text=True,
    )


@contextmanager
def running(process: subprocess.Popen[str]) -> Iterator[Up]:
    """What was launched, once it is ready; it does not outlive the test."""
    with process:
        try:
            yield Up(process)
        finally:
            process.kill()


@contextmanager
def up(folder: Path) -> Iterator[Up]:
    """A running town."""
    with running(launched(["up"], environment(folder))) as town:
        yield town
