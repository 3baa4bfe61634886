"""A Kafka broker in a container."""

from __future__ import annotations

from pathlib import Path

from testcontainers.core.container import DockerContainer

from deploy.broker.local_kafka import free_ports
from deploy.broker.properties import Seat, properties
from deploy.broker.ready import wait_ready

_IMAGE = "apache/kafka:4.3.1"
_CONTROLLER = 29093
# Inside the container it listens everywhere; clients are sent to this machine's own address.
_EVERYWHERE = {"KAFKA_LISTENERS"}


class DockerBroker:
    """One broker, with the same ports each time it is started."""

    kind = "docker"

    def __init__(self) -> None:
        port, self.behind, self.proxy = free_ports(3)
        self.bootstrap = f"127.0.0.1:{port}"
        container = DockerContainer(_IMAGE)
        for name, value in _environment(Seat(1, port, _CONTROLLER, (self.behind, self.proxy))):
            container = container.with_env(name, value)
        container = container.with_bind_ports(port, port)
        self._container = container.with_bind_ports(self.behind, self.behind).start()
        wait_ready(self.bootstrap, copies=1)

    @property
    def pid(self) -> int | None:
        """The process id of the broker, as this machine sees it."""
        wrapped = self._container.get_wrapped_container()
        wrapped.reload()
        return int(wrapped.attrs["State"]["Pid"]) or None

    def start(self) -> None:
        """Starts it again, on what it kept."""
        self._container.get_wrapped_container().start()
        wait_ready(self.bootstrap, copies=1)

    def kill9(self) -> None:
        """Ends it without warning."""
        self._container.get_wrapped_container().kill("SIGKILL")

    def pause(self) -> None:
        """It answers nobody, with its connections open."""
        self._container.get_wrapped_container().pause()

    def resume(self) -> None:
        """It goes on."""
        self._container.get_wrapped_container().unpause()

    def close(self) -> None:
        """Removes the container."""
        self._container.stop()


def _environment(seat: Seat) -> list[tuple[str, str]]:
    lines = properties(seat, [seat], Path("/var/lib/kafka/data")).splitlines()
    found = dict(line.split("=", 1) for line in lines)
    named = {f"KAFKA_{name.upper().replace('.', '_')}": value for name, value in found.items()}
    for name in _EVERYWHERE:
        named[name] = named[name].replace("127.0.0.1", "0.0.0.0")
    return [("CLUSTER_ID", "dmFuZ25ldC10ZXN0LWthZg"), *named.items()]
