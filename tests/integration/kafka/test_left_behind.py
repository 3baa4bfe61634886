"""A run of the tests that is ended from outside takes its servers with it."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

_SECONDS = 20
STARTS = """
import subprocess, sys, threading
from pathlib import Path
from tests.parts.guard import Guard
server = subprocess.Popen(["sleep", "60"], start_new_session=True)
guard = Guard(server.pid, Path(sys.argv[1]))
print(server.pid, flush=True)
threading.Event().wait()
"""


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_does_not_outlive_who_started_it(how: signal.Signals, tmp_path: Path) -> None:
    """Nor do its files."""
    folder = tmp_path / "server"
    folder.mkdir()
    command = [sys.executable, "-c", STARTS, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        server = os.pidfd_open(int(run.stdout.readline()))
        run.send_signal(how)
    ended, _, _ = select.select([server], [], [], _SECONDS)
    os.close(server)
    assert ended
    assert gone(folder)


def gone(folder: Path) -> bool:
    """Whether it is removed soon after."""
    for _ in range(100):
        if not folder.exists():
            return True
        select.select([], [], [], 0.05)
    return False
