"""A whole deployment on PostgreSQL: every service its own process, and a relay for each feed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import MappingProxyType

from deploy.broker.local_kafka import free_ports
from shared.service.settings import Settings
from tests.faults.bearing import Nursery, nursery
from tests.faults.lines import DIED, OPENED, Serve
from tests.faults.opening import worker_token
from tests.faults.ways import RELAY, SERVE
from tests.journeys.processes import databases, topics
from tests.parts.kafka import KafkaBroker
from tests.parts.postgres import PostgresServer
from vangnet.assembly import BASE_PATHS, FOLLOWS, SERVICES, migrate_town
from vangnet.settings import read_settings

FOLLOWED = sorted({name for names in FOLLOWS.values() for name in names})
LOG = "log"


def relay_of(service: str) -> str:
    """What the relay of a service is called."""
    return f"{RELAY}-{service}"


class Deployed:
    """Processes under names: those of the services, and ``relay-<service>``.

    ``ways``: by name, who is to be in another way than it is meant. ``environ`` is what all share.
    """

    def __init__(
        self, bearing: Nursery, environ: Mapping[str, str], ways: Mapping[str, str]
    ) -> None:
        ports = dict(zip(SERVICES, free_ports(len(SERVICES)), strict=True))
        self.addresses = {
            BASE_PATHS[name]: f"http://127.0.0.1:{port}" for name, port in ports.items()
        }
        self.bearing = bearing
        self._ports = ports
        self._ways = ways
        self._environ = {
            **environ,
            "DEMO": "0",
            "VANGNET_PLANS_URL": self.addresses[BASE_PATHS["plans"]],
            "VANGNET_EVALUATIONS_URL": self.addresses[BASE_PATHS["evaluations"]],
            "VANGNET_NOTIFICATIONS_URL": self.addresses[BASE_PATHS["notifications"]],
        }
        self.kafka = "VANGNET_KAFKA" in environ
        self.settings: Settings = read_settings(self._environ).settings
        migrate_town(self.settings, os.urandom)
        self.token = worker_token(self.settings)
        self.names = [*SERVICES, *(map(relay_of, FOLLOWED) if self.kafka else ())]
        self._begin(self.names)

    def replace(self, name: str) -> None:
        """Has a process that was killed take up its work again."""
        self._begin([name])

    @property
    def all_live(self) -> bool:
        """Whether nobody ended by itself."""
        return self.bearing.living == set(self.names)

    def _begin(self, names: list[str]) -> None:
        for name in names:
            service = name.removeprefix(f"{RELAY}-")
            way = self._ways.get(name, SERVE if name == service else RELAY)
            port = str(self._ports[service]) if name == service else "0"
            environ = {**self._environ, "PORT": port}
            self.bearing.order(Serve(name=name, way=way, service=service, environ=environ))
        for name in names:
            while (line := self.bearing.next(name)).what != OPENED:
                assert line.what != DIED, f"{name} could not start: see the log"


@contextmanager
def deployed(
    server: PostgresServer,
    folder: Path,
    broker: KafkaBroker | None = None,
    ways: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Deployed]:
    """A deployment on a pair of databases of its own, over Kafka if there is a ``broker``."""
    with ExitStack() as stack:
        environ = {"VAR": str(folder / "var"), **stack.enter_context(databases(server))}
        if broker is not None:
            environ |= stack.enter_context(topics(broker))
        bearing = stack.enter_context(nursery(folder / LOG))
        yield Deployed(bearing, environ, ways)
