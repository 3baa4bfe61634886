"""Three services, each in a process of its own, that know one another by address only."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from uuid import UUID

from shared.access.role import Role
from tests.integration.vangnet.family import AGREEMENT, EVALUATIONS, PLANS
from tests.integration.vangnet.process import SECONDS, Up, launched, running
from vangnet.assembly import SERVICES
from vangnet.identity import identity_of
from vangnet.settings import read_settings
from vangnet.world import real_clock

NOTIFICATIONS = "/notificaties/api/v1"
BASES = {"plans": PLANS, "evaluations": EVALUATIONS, "notifications": NOTIFICATIONS}


def free_port() -> int:
    """A port that nobody listened at just now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Apart:
    """Services in processes. ``settings`` are those that they share, such as VAR."""

    def __init__(self, settings: Mapping[str, str]) -> None:
        self._ports = {name: free_port() for name in SERVICES}
        self.settings = {
            "VANGNET_PLANS_URL": f"http://127.0.0.1:{self._ports['plans']}",
            "VANGNET_EVALUATIONS_URL": f"http://127.0.0.1:{self._ports['evaluations']}",
            "VANGNET_NOTIFICATIONS_URL": f"http://127.0.0.1:{self._ports['notifications']}",
            **settings,
        }
        self._stack = ExitStack()
        self.up: dict[str, Up] = {}
        self._identity = identity_of(read_settings(self.settings), real_clock)

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *error: object) -> None:
        self._stack.close()

    def launch(
        self,
        service: str,
        port: int | None = None,
        as_: str | None = None,
        command: str = "serve",
    ) -> subprocess.Popen[str]:
        """Begins a process of this service, at its own port unless another is told.

        ``as_`` is what its log is called, so that of two of them each has its own. ``command`` is
        ``serve`` or ``relay``.
        """
        kept = {n: v for n, v in os.environ.items() if not n.startswith("VANGNET_")}
        chosen = {"PORT": str(self._ports[service] if port is None else port)}
        environ = {**kept, "DEMO": "0", **self.settings, **chosen}
        with self.log_of(as_ or service).open("ab") as log:
            return launched([command, service], environ, log)

    def log_of(self, process: str) -> Path:
        """Where a process writes its log."""
        return Path(self.settings["VAR"]).with_name(f"{process}.log")

    def ready(self, process: subprocess.Popen[str]) -> Up:
        """That process when it is ready; it ends with the test."""
        return self._stack.enter_context(running(process))

    def start(self, *services: str) -> None:
        """Starts these, or all, together: none needs another to be there first."""
        begun = {name: self.launch(name) for name in services or SERVICES}
        self.up.update({name: self.ready(process) for name, process in begun.items()})

    def kill(self, service: str) -> None:
        """As a power cut does."""
        assert self.up[service].stop(signal.SIGKILL) == -signal.SIGKILL

    def token(self, role: Role, life: timedelta = timedelta(hours=1)) -> str:
        """A token of the issuer that they all share."""
        return self._identity.token(role, "fatma", None, life)

    def post(self, path: str, body: Mapping[str, Any]) -> Any:
        """Does an act at plans, which must succeed."""
        token = self.token(Role.WORKER)
        return json.loads(self.up["plans"].ask(PLANS + path, token, json.dumps(body).encode()))

    def status(self, service: str, path: str, token: str | None) -> tuple[int, bytes]:
        """Status and body of a look."""
        headers = {"Authorization": f"Bearer {token}"} if token is not None else {}
        asked = Request(self.up[service].address + BASES[service] + path, headers=headers)
        try:
            with urlopen(asked, timeout=SECONDS) as answer:
                return answer.status, answer.read()
        except HTTPError as refused:
            with refused:
                return refused.code, refused.read()

    def begin(self) -> tuple[str, str]:
        """A family with a plan in force: the plan, and Stefan."""
        plan = str(self.post("/dossiers", {"gronden": ["onveilige-situatie"]})["planId"])
        person = {"naam": "Stefan", "soort": "gezin"}
        stefan = str(self.post(f"/dossiers/{plan}/personen", person)["onderdelen"][0])
        self.agree(plan, stefan)
        self.post(f"/dossiers/{plan}/vaststellingen", {"pad": "acuut"})
        return plan, stefan

    def agree(self, plan: str, person: str) -> None:
        """One more agreement."""
        self.post(f"/dossiers/{plan}/afspraken", {**AGREEMENT, "wie": [str(UUID(person))]})


def wait_until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    """Waits for what happens in another process, for as long as that may take."""
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until
        time.sleep(0.05)


def on_files(folder: Path) -> Apart:
    """Services on SQLite, in one folder."""
    return Apart({"VAR": str(folder)})
