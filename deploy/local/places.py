"""Where everything is on this machine: a port for each port, a folder for each volume."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from deploy.local.compose import Service

_HERE = "127.0.0.1"


class Places:
    """Turns what one service is told about the others into what holds here.

    A port that is published keeps that number; another gets one that nobody uses.
    """

    def __init__(
        self, services: Mapping[str, Service], volumes: Path, free_port: Callable[[], int]
    ) -> None:
        self._services = services
        self._volumes = volumes
        self._ports = {
            (name, port): published or free_port()
            for name, service in services.items()
            for port, published in service.ports.items()
        }
        names = "|".join(map(re.escape, services))
        self._address = re.compile(rf"(?<![\w.-])({names}|127\.0\.0\.1):(\d+)(?!\w)")

    def port(self, service: str, port: int) -> int:
        """Where a port of a service is here."""
        return self._ports[service, port]

    def folder(self, service: Service, target: str) -> Path:
        """The folder here for what the service knows as ``target``."""
        return self._volumes / service.mounts[target]

    def words(self, service: Service) -> list[str]:
        """The health check of a service, as it has to be asked here."""
        return [self._text(service, word) for word in service.health]

    def environment(self, service: Service) -> dict[str, str]:
        """What a service is told, as it holds here."""
        told = service.environment
        return {name: self._value(service, name, value) for name, value in told.items()}

    def _value(self, service: Service, name: str, value: str) -> str:
        if value in service.mounts:
            return str(self.folder(service, value))
        if value == "0.0.0.0" or value in self._services:
            return _HERE
        # The convention of our settings: ..._PORT belongs to ..._HOST, and without it is our own.
        host = service.environment.get(name.removesuffix("PORT") + "HOST", service.name)
        owner = host if host in self._services else service.name
        if name.endswith("PORT") and value.isdigit() and (owner, int(value)) in self._ports:
            return str(self._ports[owner, int(value)])
        return self._text(service, value)

    def _text(self, service: Service, text: str) -> str:
        return self._address.sub(lambda found: self._here(service, found), text)

    def _here(self, service: Service, found: re.Match[str]) -> str:
        owner = service.name if found[1] == _HERE else found[1]
        # Of the machine and not of the service: as a published address that browsers use.
        port = self._ports.get((owner, int(found[2])), found[2] if found[1] == _HERE else None)
        if port is None:
            raise KeyError(f"{service.name} asks for {found[0]}, a port that {owner} lacks")
        return f"{_HERE}:{port}"
