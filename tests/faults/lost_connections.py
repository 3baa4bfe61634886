"""A way to several services over HTTP, for somebody who goes on after a lost connection."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from urllib3 import PoolManager, Timeout
from urllib3.exceptions import HTTPError

from tests.faults.scribe import LOST
from vangnet.journey.client import Answer

_TIMEOUT = Timeout(connect=3.0, read=40.0)


class HttpClient:
    """Asks whoever serves the path; ``addresses`` by the beginning of their paths."""

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self._addresses = addresses
        self._pool = PoolManager(maxsize=1)

    def request(
        self,
        method: str,
        path: str,
        token: str,
        body: Any | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """The answer; its status is LOST when there was none, or only the beginning of one."""
        kind = {} if body is None else {"Content-Type": "application/json"}
        sent = {"Authorization": f"Bearer {token}", **kind, **(headers or {})}
        data = None if body is None else orjson.dumps(body)
        try:
            got = self._pool.request(
                method,
                self._address(path) + path,
                body=data,
                headers=sent,
                timeout=_TIMEOUT,
                retries=False,
            )
            return Answer(got.status, orjson.loads(got.data) if got.data else None, got.data)
        except (HTTPError, OSError, orjson.JSONDecodeError):
            return Answer(LOST, None, b"")

    def close(self) -> None:
        """Closes what is kept."""
        self._pool.clear()

    def _address(self, path: str) -> str:
        return next(at for start, at in self._addresses.items() if path.startswith(start))
