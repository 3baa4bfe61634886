"""``python -m deploy.local`` as somebody runs it: a process of its own, on free ports."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import urllib3

from deploy.broker.local_kafka import free_ports
from shared.access.role import Role
from tests.integration.deploy.manifests import DEPLOY
from vangnet.identity import identity_of
from vangnet.settings import read_settings
from vangnet.world import real_clock

SECONDS = 180.0
_PORTS = ("PLANS_PORT", "EVALUATIONS_PORT", "NOTIFICATIONS_PORT")
_SERVICES = {"plannen": 0, "evaluaties": 1, "notificaties": 2}


class Launched:
    """A town of separate processes that runs, and a way to ask it things."""

    def __init__(self, process: subprocess.Popen[str], folder: Path, ports: list[int]) -> None:
        self._process = process
        self._folder = folder
        self._ports = ports
        self._http = urllib3.PoolManager(retries=False, timeout=30.0)
        self.lines = self._until_ready()

    def _until_ready(self) -> list[str]:
        lines: list[str] = []
        assert self._process.stdout is not None
        for line in self._process.stdout:
            lines.append(line.rstrip("\n"))
            if lines[-1] == "ready":
                return lines
        raise AssertionError(f"it ended by itself: {lines}")

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        """The answer of the service whose path it is, to a worker; it must succeed."""
        answer = self._answer(path, Role.WORKER, body)
        assert answer.status in (200, 201), answer.data
        return answer.json()

    def download(self, path: str) -> bytes | None:
        """What an inspector gets there; None while it has to be asked for again later."""
        answer = self._answer(path, Role.INSPECTOR, None)
        assert answer.status in (200, 503), answer.data
        return answer.data if answer.status == 200 else None

    def _answer(self, path: str, role: Role, body: dict[str, Any] | None) -> Any:
        port = self._ports[_SERVICES[path.split("/")[1]]]
        found = read_settings({"VAR": str(self._folder / "volumes" / "plans-data")})
        token = identity_of(found, real_clock).token(role, None, None, timedelta(hours=1))
        return self._http.request(
            "POST" if body is not None else "GET",
            f"http://127.0.0.1:{port}{path}",
            json=body,
            headers={"Authorization": f"Bearer {token}"},
        )

    def public_keys(self) -> str:
        """What ``vangnet keys`` shows in each folder that a process has to itself, together."""
        folders = sorted((self._folder / "volumes").glob("*-data"))
        return "".join(_keys_in(each) for each in folders if each.name != "postgres-data")

    def log_of(self, name: str) -> str:
        """What a process said."""
        return (self._folder / "log" / f"{name}.log").read_text("utf-8")

    def processes(self) -> dict[int, str]:
        """Everything that it started and that runs, by process id: the words of each."""
        return _below(self._process.pid)

    def stop(self) -> int:
        """Asks it to stop; gives its exit code."""
        self._process.terminate()
        return self._process.wait(SECONDS)


@contextmanager
def launched(shape: str, folder: Path) -> Iterator[Launched]:
    """A running town, which does not outlive the test."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("VANGNET_")}
    ports = free_ports(len(_PORTS))
    process = subprocess.Popen(
        [sys.executable, "-m", "deploy.local", f"--{shape}", "--var", str(folder)],
        cwd=DEPLOY.parent,
        env=ours | dict(zip(_PORTS, map(str, ports), strict=True)),
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield Launched(process, folder, ports)
        finally:
            process.terminate()
            process.wait(SECONDS)


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended and waits to be noticed does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def until(true: Callable[[], Any], seconds: float = 60.0) -> Any:
    """Asks every fifth of a second until the answer is something; that answer."""
    deadline = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.2)
    return found


def _keys_in(folder: Path) -> str:
    words = [sys.executable, "-m", "vangnet", "keys"]
    # In these shapes there is a database; of what signs elsewhere no key may be made up here.
    environ = {**os.environ, "VAR": str(folder), "VANGNET_DATABASE": "postgresql://"}
    done = subprocess.run(words, env=environ, cwd=DEPLOY.parent, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _below(pid: int) -> dict[int, str]:
    found: dict[int, str] = {}
    # What ends while we look is not there.
    with suppress(FileNotFoundError, ProcessLookupError):
        for file in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in map(int, file.read_text("utf-8").split()):
                found |= {child: _words(child)} | _below(child)
    return found


def _words(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text("utf-8").replace("\0", " ").strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""
