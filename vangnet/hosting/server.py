"""The web server: granian in this process, so that one process owns the databases."""

from __future__ import annotations

import errno
import gc
import os
import socket
from collections.abc import Callable
from typing import Any

from granian.constants import HTTPModes, Interfaces, RuntimeModes
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.net import SocketHolder  # type: ignore[attr-defined]
from granian.server.mt import MTServer

from shared.record.errors import SettingsError
from vangnet.hosting.front import Wsgi
from vangnet.hosting.under_way import UnderWay

_BACKLOG = 1024
_BLOCKING_THREADS = 16
# New objects between two looks for garbage in cycles.
_LOOK_EVERY = 50_000
# Stopping waits for whoever is still sending a request, so this is also how long that may take.
_HEADERS_WITHIN_MS = 5_000
# Seconds for requests whose asker has gone; statements in the database take no longer.
_FINISHED_WITHIN = 30.0
# Granian's type stubs lag behind the class, which takes a descriptor and says whether it is UDS.
_holder: Any = SocketHolder
# Beside what it would log, granian tells on stdout what nobody asked: errors go to stderr.
_LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "loggers": {"_granian": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; ``port`` 0 takes a free one. Raises SettingsError when it cannot.

    Made here and not by granian, which lets two processes share a port without a word.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        raise SettingsError(_why(error, host, port)) from None
    # Connections inherit it. Without it each answer waits 40 ms for the caller's delayed ACK.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def _why(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Poort {port} is al in gebruik. Kies een andere, zoals PORT={(port or 8080) + 1}."
    if error.errno == errno.EACCES:
        return (
            f"Poort {port} mag alleen de beheerder gebruiken. Kies een poort boven 1023 met PORT."
        )
    return f"Op {host} kan deze computer niet luisteren. Kies een ander adres met VANGNET_HOST."


def serve(
    app: Wsgi,
    listening: socket.socket,
    ready: Callable[[], None],
    stopping: Callable[[], None],
) -> None:
    """Answers requests until SIGINT, SIGTERM or SIGHUP; requests that are under way are finished.

    Must be called in the main thread. ``ready`` is called once requests are taken, ``stopping``
    when it was asked to stop: whoever lets requests wait then lets them go.
    """
    _settle()
    server = _Server(listening)
    server.ready, server.stopping = ready, stopping
    under_way = UnderWay(app)
    server.serve(target_loader=lambda: under_way, wrap_loader=False)
    under_way.wait(_FINISHED_WITHIN)


def _settle() -> None:
    # What is loaded stays, and need not be looked through for garbage each time. A fold makes tens
    # of thousands of objects that it needs: looking among those at every 700 finds nothing.
    gc.collect()
    gc.freeze()
    gc.set_threshold(_LOOK_EVERY)


class _Server(MTServer):
    """Granian with its worker as a thread. Meant for Python without a GIL, sound with one:

    the worker gives the GIL back while it waits, exactly as it does in a process of its own.
    """

    def __init__(self, listening: socket.socket) -> None:
        super().__init__(
            "vangnet",
            interface=Interfaces.WSGI,
            workers=1,
            blocking_threads=_BLOCKING_THREADS,
            runtime_mode=RuntimeModes.mt,
            http=HTTPModes.http1,
            websockets=False,
            http1_settings=HTTP1Settings(header_read_timeout=_HEADERS_WITHIN_MS),
            log_level=LogLevels.error,
            log_dictconfig=_LOGGING,
        )
        self._listening = listening
        self.ready: Callable[[], None] = lambda: None
        self.stopping: Callable[[], None] = lambda: None

    def _check_gil(self) -> None:
        """Nothing to check: see above."""

    def _init_shared_socket(self) -> None:
        # Granian closes what it gets; the socket itself stays ours.
        self._shd: Any = _holder(os.dup(self._listening.fileno()), False, _BACKLOG)

    def _spawn_workers(self, spawn_target: Any, target_loader: Any) -> None:
        super()._spawn_workers(spawn_target, target_loader)  # type: ignore[no-untyped-call]
        self.ready()

    def signal_handler_interrupt(self, *args: Any, **kwargs: Any) -> None:
        """SIGINT and SIGTERM: no new requests are taken, and those that wait are let go."""
        self.stopping()
        super().signal_handler_interrupt()  # type: ignore[no-untyped-call]

    def signal_handler_reload(self, *args: Any, **kwargs: Any) -> None:
        """SIGHUP: the terminal was closed. There are no other workers to hand over to."""
        self.signal_handler_interrupt()
