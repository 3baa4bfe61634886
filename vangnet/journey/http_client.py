"""Asking services that run in other processes, over HTTP."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from urllib3 import PoolManager

from vangnet.journey.client import Answer

_SECONDS = 60.0


class HttpClient:
    """A Client of services that each answer at an address, given here by their base paths."""

    def __init__(self, addresses: Mapping[str, str], pool: PoolManager) -> None:
        self._addresses = addresses
        self._pool = pool

    def request(
        self,
        method: str,
        path: str,
        token: str,
        body: Any | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer of the service that the path belongs to. Raises urllib3's HTTPError."""
        sent = {"Authorization": f"Bearer {token}", **(headers or {})}
        if body is not None:
            sent["Content-Type"] = "application/json"
        got = self._pool.request(
            method,
            self._address(path) + path,
            body=None if body is None else orjson.dumps(body),
            headers=sent,
            redirect=False,
            retries=False,
            timeout=_SECONDS,
        )
        return Answer.of(got.status, got.data, dict(got.headers))

    def _address(self, path: str) -> str:
        return next(at for base, at in self._addresses.items() if path.startswith(f"{base}/"))
