"""Asking another service a question through its own gate, as any caller would."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import msgspec
from werkzeug.test import Client

from shared.feed.http import Unreachable as Unreachable
from shared.feed.http import bearer
from shared.web.caller import REASON_HEADER


class Answer(msgspec.Struct, frozen=True):
    """What another service said: the HTTP status, and the body when it was JSON."""

    status: int
    body: dict[str, Any]


class Neighbour(Protocol):
    """A way to read from another service. Raises Unreachable."""

    def get(self, path: str, token: str, reason: str | None = None) -> Answer:
        """The answer to a GET of ``path`` with this bearer token.

        ``reason``: why somebody looks, as their own request said it, for the log of that service.
        """
        ...


def reader_headers(token: str, reason: str | None) -> dict[str, str]:
    """The headers that say who looks, and why."""
    said = {} if reason is None else {REASON_HEADER: reason}
    return bearer(token) | said


# A GET of a path, below the base path of one service, in the name of whoever is reading now.
Ask = Callable[[str], Answer]
Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


class LocalNeighbour:
    """Another service in the same process: its web app is called, with nothing left out.

    ``app`` is looked up at each question, because services are wired before they can be called.
    """

    def __init__(self, app: Callable[[], Wsgi]) -> None:
        self._app = app

    def get(self, path: str, token: str, reason: str | None = None) -> Answer:
        """Calls the app; its guard, gate and access log do what they do for everybody."""
        response = Client(self._app()).get(path, headers=reader_headers(token, reason))
        body = msgspec.json.decode(response.data) if response.is_json else {}
        return Answer(response.status_code, body)
