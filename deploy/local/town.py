"""All services of a compose file, running on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from deploy.local.compose import Service, in_order
from deploy.local.identity import SETTINGS
from deploy.local.parts import Part
from deploy.local.places import Places
from deploy.local.process import Process

ROOT = Path(__file__).parents[2]
_SECONDS = 120.0
_LOOK_AGAIN = 0.5
_CHECK_SECONDS = 10


class Failed(Exception):
    """A service did not come up; what it said last."""


class Town:
    """Starts the services in order, keeps them up, and stops them the other way round.

    ``parts``: what stands in for a service of somebody else's image, by the service's name.
    """

    def __init__(
        self,
        services: Mapping[str, Service],
        places: Places,
        parts: Mapping[str, Part],
        logs: Path,
        say: Callable[[str], None],
    ) -> None:
        self._services = services
        self._places = places
        self._parts = parts
        self._logs = logs
        self._say = say
        self._running: dict[str, Process] = {}
        self._started: list[Part] = []

    def start(self) -> None:
        """Returns when every service is ready. Raises Failed, or what a part raises."""
        for service in in_order(self._services):
            for name, condition in service.needs.items():
                self._wait(self._services[name], condition)
            self._begin(service)
        for service in self._services.values():
            done = "service_healthy" if service.lasting else "service_completed_successfully"
            self._wait(service, done)

    def mend(self) -> None:
        """Starts again what ended by itself and should not have."""
        for name, process in list(self._running.items()):
            if process.ended is not None and self._services[name].lasting:
                self._say(f"{name} stopte (code {process.ended}) en wordt opnieuw gestart.")
                self._begin(self._services[name])

    def stop(self) -> None:
        """Ends everything that was started, the last one first."""
        while self._running:
            self._running.popitem()[1].stop()
        while self._started:
            self._started.pop().stop()

    def _begin(self, service: Service) -> None:
        part = self._parts.get(service.name)
        if part is None:
            self._running[service.name] = self._process(service)
        elif part not in self._started:
            self._started.append(part)
            part.start()

    def _process(self, service: Service) -> Process:
        log = self._logs / f"{service.name}.log"
        told = self._environment(service)
        return Process(_here(service.command), told, ROOT, log)

    def _environment(self, service: Service) -> dict[str, str]:
        ours = {n: v for n, v in os.environ.items() if not n.startswith("VANGNET_")}
        told = self._places.environment(service)
        return {**ours, **told, **{n: v for n, v in SETTINGS.items() if n in told}}

    def _wait(self, service: Service, condition: str) -> None:
        process = self._running.get(service.name)
        if process is None or condition == "service_started":
            return
        if condition == "service_completed_successfully":
            try:
                ended = process.wait(_SECONDS)
            except subprocess.TimeoutExpired:
                ended = None
            if ended != 0:
                raise Failed(f"{service.name} mislukte. Het laatste was:\n{process.said_last}")
        else:
            self._healthy(service, process)

    def _healthy(self, service: Service, process: Process) -> None:
        until = time.monotonic() + _SECONDS
        words = _here(self._places.words(service))
        while not _succeeds(words):
            if process.ended is not None or time.monotonic() > until:
                raise Failed(
                    f"{service.name} werd niet gereed. Het laatste was:\n{process.said_last}"
                )
            time.sleep(_LOOK_AGAIN)


def _here(words: Sequence[str]) -> list[str]:
    """The same command with this Python, whatever is on the PATH."""
    python = {"vangnet": [sys.executable, "-m", "vangnet"], "python": [sys.executable]}
    return [*python.get(words[0], words[:1]), *words[1:]]


def _succeeds(words: Sequence[str]) -> bool:
    return not subprocess.run(words, capture_output=True, timeout=_CHECK_SECONDS).returncode
