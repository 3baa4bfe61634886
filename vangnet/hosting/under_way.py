"""The requests that are under way, also those whose asker has hung up."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

from vangnet.hosting.front import Wsgi


class UnderWay:
    """The same app, with what it is busy with.

    The web server does not wait for a request whose asker has gone, while the thread that answers
    it goes on: with databases that close under it, and Python that stops under it.
    """

    def __init__(self, app: Wsgi) -> None:
        self._app = app
        self._changed = threading.Condition()
        self._count = 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """What the app answers."""
        with self._changed:
            self._count += 1
        try:
            return self._app(environ, start_response)
        finally:
            with self._changed:
                self._count -= 1
                self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Waits until nothing is under way, and no longer than ``seconds``; whether nothing is."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._count, seconds)
