"""Asking a service in another process, over HTTP."""

from __future__ import annotations

from typing import Any

import msgspec

from shared.feed.http import Http, site_of
from shared.service.neighbour import Answer, Unreachable, reader_headers


class HttpNeighbour:
    """A Neighbour that answers at ``address``, to which paths are added whole."""

    def __init__(self, address: str, http: Http) -> None:
        self._address = address
        self._http = http

    def get(self, path: str, token: str, reason: str | None = None) -> Answer:
        """The answer to a GET. Raises Unreachable, also for success without a JSON object:

        whatever stands between us may say that all is well, and has nothing to tell.
        """
        fetched = self._http.get(self._address + path, reader_headers(token, reason))
        body = _object(fetched.body)
        if body is None and fetched.status == 200:
            raise Unreachable(
                f"{site_of(self._address)} geeft geen leesbaar antwoord. Controleer het adres."
            )
        return Answer(fetched.status, body or {})


def _object(body: bytes) -> dict[str, Any] | None:
    try:
        return msgspec.json.decode(body, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
