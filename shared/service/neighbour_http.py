"""Asking a service in another process, over HTTP."""

from __future__ import annotations

from typing import Any

import msgspec

from shared.feed.http import Http, bearer
from shared.service.neighbour import Answer


class HttpNeighbour:
    """A Neighbour that answers at ``address``, to which paths are added whole."""

    def __init__(self, address: str, http: Http) -> None:
        self._address = address
        self._http = http

    def get(self, path: str, token: str) -> Answer:
        """The answer to a GET; what is no JSON object is an empty body. Raises Unreachable."""
        fetched = self._http.get(self._address + path, bearer(token))
        return Answer(fetched.status, _object(fetched.body))


def _object(body: bytes) -> dict[str, Any]:
    try:
        return msgspec.json.decode(body, type=dict[str, Any])
    except msgspec.DecodeError:
        return {}
