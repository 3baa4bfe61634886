"""A Kafka broker of our own on 127.0.0.1, of which the tests know the way by a proxy."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp

from deploy.broker.local_kafka import LocalKafka, free_ports
from tests.parts.guard import Guard


class LocalBroker:
    """One broker; ``behind`` is where a proxy on port ``proxy`` reaches it."""

    kind = "jars"

    def __init__(self) -> None:
        self.home = Path(mkdtemp(prefix="vangnet-kafka-"))
        (self.proxy,) = free_ports(1)
        self._kafka = LocalKafka(self.home, proxies=[self.proxy])
        self.bootstrap = self._kafka.bootstrap
        seat = self._kafka.seats[0]
        self.behind = seat.proxied[0] if seat.proxied else 0
        self._guard: Guard | None = None
        try:
            self.start()
        except BaseException:
            self.close()
            raise

    @property
    def pid(self) -> int | None:
        """The process id of the broker."""
        return self._kafka.nodes[0].pid

    def start(self) -> None:
        """Starts it, on what it kept if it ran before."""
        if self.pid is None:
            self._unguarded()
            self._kafka.nodes[0].start()
            self._guard = Guard(self.pid or 0, self.home)
        self._kafka.start()

    def kill9(self) -> None:
        """Ends it without warning."""
        self._kafka.kill9()

    def pause(self) -> None:
        """It answers nobody, with its connections open."""
        self._kafka.pause()

    def resume(self) -> None:
        """It goes on."""
        self._kafka.resume()

    def close(self) -> None:
        """Ends it and removes what it kept."""
        self._kafka.stop()
        self._unguarded()
        shutil.rmtree(self.home, ignore_errors=True)

    def _unguarded(self) -> None:
        if self._guard is not None:
            self._guard.close()
