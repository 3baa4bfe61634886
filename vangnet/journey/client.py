"""How a journey reaches the services: a port, so that the same case can run over any transport."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

import msgspec
import orjson
from werkzeug.test import Client as WsgiClient


class Answer(msgspec.Struct, frozen=True):
    """What a service said: the status, the body as JSON (None if it is not), and its bytes.

    ``headers`` are by their names in small letters.
    """

    status: int
    body: Any
    raw: bytes
    headers: Mapping[str, str] = {}

    @classmethod
    def of(cls, status: int, raw: bytes, headers: Mapping[str, str]) -> Answer:
        """An answer as it came in."""
        known = {name.lower(): value for name, value in headers.items()}
        kind = known.get("content-type", "").partition(";")[0]
        # One value, and not one a line.
        whole = kind == "application/json" or kind.endswith("+json")
        return cls(status, orjson.loads(raw) if raw and whole else None, raw, known)


class Client(Protocol):
    """A way to ask the services something."""

    def request(
        self,
        method: str,
        path: str,
        token: str,
        body: Any | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer to one request; ``body`` is sent as JSON."""
        ...


class LocalClient:
    """Calls a web app in this process, with nothing left out."""

    def __init__(self, app: Callable[[dict[str, Any], Any], Iterable[bytes]]) -> None:
        self._client = WsgiClient(app)

    def request(
        self,
        method: str,
        path: str,
        token: str,
        body: Any | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer of the app."""
        sent = {"Authorization": f"Bearer {token}", **(headers or {})}
        data = None if body is None else orjson.dumps(body)
        kind = None if body is None else "application/json"
        got = self._client.open(path, method=method, headers=sent, data=data, content_type=kind)
        return Answer.of(got.status_code, got.data, dict(got.headers))
