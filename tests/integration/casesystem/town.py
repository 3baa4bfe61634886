"""A town that is served on one port, and stopped, rebuilt and started again on it."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.integration.vangnet.process import SECONDS, Up, environment

ROOT = Path(__file__).parents[3]


class Served:
    """``vangnet up`` on a folder. ``address`` stays the same over restarts."""

    def __init__(self, folder: Path) -> None:
        self._environ = environment(folder) | {"PORT": str(_free_port()), "DEMO": "0"}
        self._process, up = self._start()
        self.address = up.address
        self.tokens = {role: up.token(role) for role in ("werker", "systeem")}

    def _start(self) -> tuple[subprocess.Popen[str], Up]:
        process = subprocess.Popen(
            [sys.executable, "-m", "vangnet", "up"],
            cwd=ROOT,
            env=self._environ,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            return process, Up(process)
        except BaseException:
            process.kill()
            process.communicate()
            raise

    def ask(self, path: str, role: str = "werker", body: Any = None, **headers: str) -> Any:
        """The answer to one request, which must succeed."""
        return ask(self.address + path, self.tokens[role], body, headers)

    def rebuild(self) -> None:
        """Stops it, builds anew what the services follow, and starts it again."""
        self.stop()
        command = [sys.executable, "-m", "vangnet", "rebuild"]
        subprocess.run(
            command, cwd=ROOT, env=self._environ, check=True, capture_output=True, timeout=SECONDS
        )
        self._process, _ = self._start()

    def stop(self) -> None:
        """Stops it; everything is on disk."""
        self._process.send_signal(signal.SIGTERM)
        self._process.communicate(timeout=SECONDS)


def ask(url: str, token: str, body: Any, headers: dict[str, str]) -> Any:
    """One request with a token; raises HTTPError when it is refused."""
    sent = None if body is None else json.dumps(body).encode()
    kept = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"} | headers
    with urlopen(Request(url, data=sent, headers=kept), timeout=SECONDS) as answer:
        return json.load(answer)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
