"""Asking another process something over HTTP: bounded in time and in size, never redirected."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import msgspec
from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError

from shared.telemetry.traceparent import outgoing

MOST_BYTES = 16 * 1024 * 1024
_CHUNK = 64 * 1024
_CONNECT_SECONDS = 3.0
_READ_SECONDS = 10.0
_WHOLE_SECONDS = 30.0


class Unreachable(Exception):
    """The other service gave no answer. It is never taken for "there is nothing"."""


class Fetched(msgspec.Struct, frozen=True):
    """An answer that arrived whole: the HTTP status and the bytes of the body."""

    status: int
    body: bytes


class Http:
    """GETs over the kept-alive connections of ``pool``. ``now`` is a clock that never goes back.

    A redirect is an answer like any other: following it would show our token to somebody else.
    Nothing is tried again here; whoever asks knows better whether and when that makes sense.
    """

    def __init__(
        self,
        pool: PoolManager,
        most_bytes: int = MOST_BYTES,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pool = pool
        self._most_bytes = most_bytes
        self._now = now

    def get(self, url: str, headers: Mapping[str, str], patience: float = 0.0) -> Fetched:
        """The answer to one GET. Raises Unreachable, also when the answer breaks off halfway.

        ``patience``: seconds that the other side may hold the question before it answers.
        """
        until = self._now() + _WHOLE_SECONDS + patience
        try:
            return self._fetch(
                url,
                headers,
                Timeout(connect=_CONNECT_SECONDS, read=_READ_SECONDS + patience),
                until,
            )
        except (HTTPError, OSError):
            raise Unreachable(
                f"{site_of(url)} antwoordt niet. Controleer of het draait, en het adres."
            ) from None

    def _fetch(
        self, url: str, headers: Mapping[str, str], timeout: Timeout, until: float
    ) -> Fetched:
        response = self._pool.request(
            "GET",
            url,
            headers={**headers, **outgoing()},
            timeout=timeout,
            redirect=False,
            retries=False,
            preload_content=False,
        )
        try:
            return Fetched(response.status, self._body(url, response, until))
        except BaseException:
            # What was not read to its end cannot be used for a next question.
            response.close()
            raise
        finally:
            response.release_conn()

    def _body(self, url: str, response: BaseHTTPResponse, until: float) -> bytes:
        body = bytearray()
        for chunk in response.stream(_CHUNK, decode_content=False):
            body += chunk
            if len(body) > self._most_bytes or self._now() > until:
                raise Unreachable(f"{site_of(url)} geeft een antwoord dat te groot of te traag is.")
        return bytes(body)


def bearer(token: str, accept: str = "application/json") -> dict[str, str]:
    """The headers that say who asks, and for what."""
    return {"Authorization": f"Bearer {token}", "Accept": accept}


def site_of(url: str) -> str:
    """What may be told of an address: no path or query, which hold ids, and no password."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.partition('/')[0].rpartition('@')[2]}"
