"""A PostgreSQL server in a container."""

from __future__ import annotations

import socket
import time

import psycopg
from testcontainers.core.container import DockerContainer

_IMAGE = "postgres:17"
_SECONDS = 60


class DockerPostgres:
    """The same port each time it is started: who was connected finds it again."""

    kind = "docker"

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        container = DockerContainer(_IMAGE).with_env("POSTGRES_HOST_AUTH_METHOD", "trust")
        self._container = container.with_bind_ports(5432, self._port).start()
        self._wait()

    @property
    def pid(self) -> int:
        """The process id of the server, as this machine sees it."""
        wrapped = self._container.get_wrapped_container()
        wrapped.reload()
        return int(wrapped.attrs["State"]["Pid"])

    def conninfo(self, dbname: str = "postgres") -> str:
        """How to connect to one of its databases."""
        return f"host=127.0.0.1 port={self._port} user=postgres dbname={dbname}"

    def start(self) -> None:
        """Starts it, and returns when it answers."""
        self._container.get_wrapped_container().start()
        self._wait()

    def kill9(self) -> None:
        """Ends it without warning."""
        self._container.get_wrapped_container().kill("SIGKILL")

    def close(self) -> None:
        """Removes the container."""
        self._container.stop()

    def _wait(self) -> None:
        deadline = time.monotonic() + _SECONDS
        while True:
            try:
                psycopg.connect(self.conninfo(), connect_timeout=2).close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
