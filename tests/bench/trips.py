"""A way to a server that counts how often its clients wait for an answer."""

from __future__ import annotations

import select
import socket
import threading
from contextlib import ExitStack

_PIECE = 64 * 1024
_LOOK = 0.2


class Trips:
    """Listens on 127.0.0.1 and passes on to ``host`` and ``port``.

    ``count`` goes up each time that a client speaks after the server did: what it sends in one
    go, and is answered in one go, is one journey however many statements are in it.
    """

    def __init__(self, host: str, port: int) -> None:
        self._target = host, port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._stopped = threading.Event()
        self._threads = [threading.Thread(target=self._accept)]
        self.port = int(self._listening.getsockname()[1])
        self.count = 0
        self._threads[0].start()

    def close(self) -> None:
        """Breaks every connection and listens no more."""
        self._stopped.set()
        for thread in self._threads:
            thread.join()
        self._listening.close()

    def _accept(self) -> None:
        while not self._stopped.is_set():
            if select.select([self._listening], [], [], _LOOK)[0]:
                near = self._listening.accept()[0]
                self._threads.append(threading.Thread(target=self._serve, args=(near,)))
                self._threads[-1].start()

    def _serve(self, near: socket.socket) -> None:
        with ExitStack() as stack:
            stack.enter_context(near)
            far = stack.enter_context(socket.create_connection(self._target))
            for each in (near, far):
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            answered = True
            while not self._stopped.is_set():
                for ready in select.select([near, far], [], [], _LOOK)[0]:
                    piece = ready.recv(_PIECE)
                    if not piece:
                        return
                    self.count += answered and ready is near
                    answered = ready is far
                    (far if ready is near else near).sendall(piece)
