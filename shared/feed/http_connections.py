"""The connections to other processes, which can be cut while somebody waits for an answer."""

from __future__ import annotations

import contextlib
import logging
import socket
import weakref
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection

# What it warns of it shows with the whole address, which may hold the id of a plan.
logging.getLogger("urllib3").setLevel(logging.ERROR)
_SITES = 8
# As many as there are threads that may ask at once; more of them are opened and thrown away.
_KEPT = 16


class Connections:
    """``pool`` keeps connections alive for the next question. It is usable after a cut too."""

    def __init__(self) -> None:
        self._made: weakref.WeakSet[Any] = weakref.WeakSet()
        self.pool = PoolManager(num_pools=_SITES, maxsize=_KEPT)
        self.pool.pool_classes_by_scheme = {
            "http": self._noting(HTTPConnectionPool, HTTPConnection),
            "https": self._noting(HTTPSConnectionPool, HTTPSConnection),
        }

    def cut(self) -> None:
        """Breaks off every question that is open; whoever asked it hears that there is no answer.

        Without this a follower that was asked to stop would wait for the end of its long poll.
        """
        for connection in list(self._made):
            open_socket = connection.sock
            if open_socket is not None:
                with contextlib.suppress(OSError):
                    open_socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Closes what is kept."""
        self.pool.clear()

    def _noting(self, pool: Any, connection: Any) -> Any:
        made = self._made

        class Noted(connection):  # type: ignore[misc]
            def connect(self) -> None:
                super().connect()
                made.add(self)

        return type("NotingPool", (pool,), {"ConnectionCls": Noted})
