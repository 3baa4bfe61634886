"""A PostgreSQL server for one run of the tests, of which nothing is left."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

from deploy.broker.local_kafka import free_ports
from deploy.local.postgres import LocalPostgres


class PassingPostgres(LocalPostgres):
    """A server that runs at once, in a folder and at a port that nobody else has."""

    def __init__(self, kind: str, folder: Path) -> None:
        super().__init__(kind, folder, Path(mkdtemp(prefix="vangnet-pg-")), free_ports(1)[0])
        self.make()
        self.start()

    def close(self) -> None:
        """Stops it and removes its files."""
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)
