"""Asking a town questions from the command line: the running one, or one opened for this."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import msgspec

from shared.access.role import Role
from shared.service.neighbour import Answer, LocalNeighbour, Unreachable
from vangnet.identity import identity_of
from vangnet.lock import Held, locked
from vangnet.opening import opened
from vangnet.settings import Deployment
from vangnet.world import real_clock

_LIFE = timedelta(minutes=5)
_SECONDS = 30
_SUBJECT = "vangnet-opdrachtregel"

Ask = Callable[[str], Answer]


@contextmanager
def asking(deployment: Deployment) -> Iterator[Ask]:
    """Gives a way to ask, as a worker. A town that runs is asked at its address: it keeps

    its data to itself.
    """
    token = identity_of(deployment, real_clock).token(Role.WORKER, _SUBJECT, None, _LIFE)
    try:
        with locked(deployment.settings.folder), opened(deployment) as town:
            neighbour = LocalNeighbour(lambda: town.town.wsgi)
            yield lambda path: neighbour.get(path, token)
    except Held as held:
        if held.address is None:
            raise
        running = RemoteNeighbour(held.address)
        yield lambda path: running.get(path, token)


class RemoteNeighbour:
    """Services in another process, over HTTP."""

    def __init__(self, address: str) -> None:
        self._address = address

    def get(self, path: str, token: str) -> Answer:
        """The answer to a GET. Raises Unreachable, which says where it was looked for."""
        wanted = Request(self._address + path, headers={"Authorization": f"Bearer {token}"})
        try:
            with urlopen(wanted, timeout=_SECONDS) as response:
                return _answer(response.status, response.read())
        except HTTPError as refused:
            with refused:
                return _answer(refused.code, refused.read())
        except (URLError, HTTPException, OSError):
            raise Unreachable(
                f"Vangnet antwoordt niet op {self._address}. Probeer het opnieuw, of stop het."
            ) from None


def _answer(status: int, body: bytes) -> Answer:
    try:
        return Answer(status, msgspec.json.decode(body))
    except msgspec.DecodeError:
        return Answer(status, {})
