"""Asking a town questions from the command line: the running one, or one opened for this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from shared.access.role import Role
from shared.feed.http import Http
from shared.feed.http_connections import Connections
from shared.service.neighbour import Answer, LocalNeighbour, Unreachable
from shared.service.neighbour_http import HttpNeighbour
from vangnet.assembly import BASE_PATHS
from vangnet.hosting.holding import running
from vangnet.hosting.lock import Held, told_in
from vangnet.identity import Identity, identity_of
from vangnet.opening import opened
from vangnet.settings import Deployment
from vangnet.shared_clock import clock_of

_LIFE = timedelta(minutes=5)
_SUBJECT = "vangnet-opdrachtregel"

Ask = Callable[[str], Answer]


@contextmanager
def asking(deployment: Deployment) -> Iterator[Ask]:
    """Gives a way to ask, as a worker. What runs on these files is asked at its address: it keeps

    its data to itself.
    """
    token = _identity(deployment).token(Role.WORKER, _SUBJECT, None, _LIFE)
    folder = deployment.settings.folder
    try:
        with running(deployment.settings), opened(deployment) as town:
            neighbour = LocalNeighbour(lambda: town.town.wsgi)
            yield lambda path: neighbour.get(path, token)
    except Held as held:
        addresses = dict.fromkeys(BASE_PATHS, held.address) if held.address else _apart(folder)
        if not addresses:
            raise
        with closing(Connections()) as connections:
            elsewhere = Elsewhere(addresses, Http(connections.pool))
            yield lambda path: elsewhere.get(path, token)


class Elsewhere:
    """Services that run in other processes, each at the address that is told here by name."""

    def __init__(self, addresses: Mapping[str, str], http: Http) -> None:
        self._addresses = addresses
        self._http = http

    def get(self, path: str, token: str) -> Answer:
        """The answer of the service that the path belongs to. Raises Unreachable."""
        service = next(name for name, base in BASE_PATHS.items() if path.startswith(base))
        if service not in self._addresses:
            raise Unreachable(f"De dienst {service} draait niet. Start die met: {_START} {service}")
        return HttpNeighbour(self._addresses[service], self._http).get(path, token)


_START = "vangnet serve"


def _identity(deployment: Deployment) -> Identity:
    return identity_of(deployment, clock_of(deployment.running))


def _apart(folder: Path) -> dict[str, str]:
    found = {name: told_in(folder / name) for name in BASE_PATHS}
    return {name: address for name, address in found.items() if address is not None}
