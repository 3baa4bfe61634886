"""One process that we started, and how it ends."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_STOP_SECONDS = 30


class Process:
    """A command that runs, with all that it says in ``log``."""

    def __init__(
        self, words: Sequence[str], environment: Mapping[str, str], folder: Path, log: Path
    ) -> None:
        with log.open("ab") as said:
            self._process = subprocess.Popen(
                [*_dies_with_us(), *words],
                env=dict(environment),
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                # A Ctrl-C is for us: we stop what we started in the right order.
                start_new_session=True,
            )
        self._log = log

    @property
    def ended(self) -> int | None:
        """Its exit code; None while it runs."""
        return self._process.poll()

    @property
    def said_last(self) -> str:
        """The end of its log."""
        return self._log.read_text("utf-8", "replace")[-2000:]

    def wait(self, seconds: float) -> int:
        """Waits until it has ended; its exit code. Raises TimeoutExpired."""
        return self._process.wait(seconds)

    def stop(self) -> None:
        """Asks it to end and waits for that; in the end it is not asked."""
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _dies_with_us() -> list[str]:
    """Where Linux can do that: what we started is stopped when we are killed."""
    found = shutil.which("setpriv") if os.name == "posix" else None
    return [found, "--pdeathsig", "TERM", "--"] if found else []
