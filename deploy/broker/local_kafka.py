"""One broker, or three that keep copies of one another, on 127.0.0.1."""

from __future__ import annotations

import base64
import hashlib
import signal
import socket
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from deploy.broker.jars import java, libs
from deploy.broker.node import Node
from deploy.broker.properties import Seat, properties
from deploy.broker.ready import wait_ready


class LocalKafka:
    """A cluster in ``folder``. Raises NoBroker where it cannot run, NotReady where it will not.

    ``ports``: what the brokers listen on, one each; free ones when it is empty. ``proxies``: the
    port of a proxy before each of them, for clients that are to come by it.
    """

    def __init__(
        self,
        folder: Path,
        nodes: int = 1,
        ports: Sequence[int] = (),
        proxies: Sequence[int] = (),
    ) -> None:
        ports = ports or free_ports(nodes)
        controllers, behind = free_ports(nodes), free_ports(nodes)
        proxied = list(zip(behind, proxies, strict=True)) if proxies else [None] * nodes
        self.seats = [Seat(n + 1, ports[n], controllers[n], proxied[n]) for n in range(nodes)]
        found, jars = java(), libs()
        self.nodes = [
            Node(folder / str(s.number), found, jars, self._settings(s, folder), cluster_id(folder))
            for s in self.seats
        ]

    def _settings(self, seat: Seat, folder: Path) -> str:
        return properties(seat, self.seats, folder / str(seat.number) / "data")

    @property
    def bootstrap(self) -> str:
        """Where clients begin, straight at the brokers."""
        return ",".join(f"127.0.0.1:{seat.port}" for seat in self.seats)

    def start(self) -> None:
        """Starts what does not run, and returns when the whole works."""
        for node in self.nodes:
            if node.pid is None:
                node.start()
        wait_ready(self.bootstrap, min(3, len(self.nodes)))

    def stop(self) -> None:
        """Ends all of it. All are told first: the last one alone could not leave in good order."""
        self.resume()
        for node in self.nodes:
            node.signal(signal.SIGTERM)
        for node in self.nodes:
            node.stop()

    def kill9(self) -> None:
        """Ends every broker as a power cut would."""
        for node in self.nodes:
            node.kill9()

    def pause(self) -> None:
        """Keeps every broker from doing anything, with its connections open."""
        for node in self.nodes:
            node.signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Lets them go on."""
        for node in self.nodes:
            node.signal(signal.SIGCONT)


def free_ports(count: int) -> list[int]:
    """So many ports on 127.0.0.1 that nobody listens on now."""
    with ExitStack() as open_sockets:
        found = [open_sockets.enter_context(socket.socket()) for _ in range(count)]
        for each in found:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in found]


def cluster_id(folder: Path) -> str:
    """Of the cluster in ``folder``: the same each time, so that it can be opened again."""
    digest = bytearray(hashlib.sha256(str(folder.resolve()).encode()).digest()[:16])
    digest[0] &= 0x7F  # An id that begins with "-" is taken for an option by Kafka's own tool.
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
