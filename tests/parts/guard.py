"""Ends a process when whoever started it is gone, however that went, so that nothing is left."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_SECONDS = 30


class Guard:
    """Watches over process ``pid``, which keeps its files in ``folder``."""

    def __init__(self, pid: int, folder: Path) -> None:
        # In a session of its own: an interrupt from the keyboard is not for it.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.parts.guard", str(pid), str(folder)],
            stdin=subprocess.PIPE,
            cwd=_ROOT,
            start_new_session=True,
        )

    def close(self) -> None:
        """Ends the process, if it still lives, and the guard."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(_SECONDS)


def watch(pid: int, folder: str, parent: int = 0) -> None:
    """Returns once either is gone; it is the process if nobody holds ``parent`` open any more."""
    watched = os.pidfd_open(pid)
    ended, _, _ = select.select([parent, watched], [], [])
    if watched not in ended:
        signal.pidfd_send_signal(watched, signal.SIGKILL)
        select.select([watched], [], [])
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        watch(int(sys.argv[1]), sys.argv[2])
    except ProcessLookupError:
        sys.exit()
