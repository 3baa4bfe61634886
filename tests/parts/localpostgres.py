"""A PostgreSQL server for one run of the tests, of which nothing is left."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

from deploy.broker.local_kafka import free_ports
from deploy.local.postgres import LocalPostgres
from tests.parts.guard import Guard


class PassingPostgres(LocalPostgres):
    """A server that runs at once, in a folder and at a port that nobody else has."""

    def __init__(self, kind: str, folder: Path) -> None:
        super().__init__(kind, folder, Path(mkdtemp(prefix="vangnet-pg-")), free_ports(1)[0])
        self._guard: Guard | None = None
        self.make()
        self.start()

    def start(self) -> None:
        """Starts it, and returns when it answers. Raises NoPostgres."""
        if self._server is None or self._server.poll() is not None:
            self._unguarded()
        super().start()
        self._guard = self._guard or Guard(self.pid, self.home)

    def close(self) -> None:
        """Stops it and removes its files."""
        self.stop()
        self._unguarded()
        shutil.rmtree(self.home, ignore_errors=True)

    def _unguarded(self) -> None:
        if self._guard is not None:
            self._guard.close()
            self._guard = None
