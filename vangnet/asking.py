"""Asking a town questions from the command line: the running one, or one opened for this."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from werkzeug.test import Client

from shared.access.role import Role
from shared.feed.http import Fetched, Http, bearer
from shared.feed.http_connections import Connections
from shared.service.neighbour import Answer, LocalNeighbour, Unreachable, Wsgi
from shared.service.neighbour_http import HttpNeighbour
from vangnet.assembly import BASE_PATHS
from vangnet.hosting.holding import running
from vangnet.hosting.lock import Held, told_in
from vangnet.identity import identity_of
from vangnet.opening import opened
from vangnet.settings import Deployment
from vangnet.shared_clock import clock_of

_LIFE = timedelta(minutes=5)
_SUBJECT = "vangnet-opdrachtregel"

# A dossier of thousands of events.
_MOST_BYTES = 2**28
_ANY = "*/*"

Ask = Callable[[str], Answer]
Fetch = Callable[[str], Fetched]


@contextmanager
def asking(deployment: Deployment) -> Iterator[Ask]:
    """Gives a way to ask, as a worker."""
    token = _token(deployment, Role.WORKER)
    with _reached(deployment) as town:
        yield lambda path: town.get(path, token)


@contextmanager
def fetching(deployment: Deployment) -> Iterator[Fetch]:
    """Gives a way to have files, as an inspector: each is in the access log of its service."""
    token = _token(deployment, Role.INSPECTOR)
    with _reached(deployment) as town:
        yield lambda path: town.fetch(path, token)


@contextmanager
def _reached(deployment: Deployment) -> Iterator[Here | Elsewhere]:
    """The town. What runs on these files is asked at its address: it keeps its data to itself."""
    try:
        with running(deployment.settings), opened(deployment) as town:
            yield Here(town.town.wsgi)
    except Held as held:
        folder = deployment.settings.folder
        addresses = dict.fromkeys(BASE_PATHS, held.address) if held.address else _apart(folder)
        if not addresses:
            raise
        with closing(Connections()) as connections:
            yield Elsewhere(addresses, Http(connections.pool, most_bytes=_MOST_BYTES))


class Here(LocalNeighbour):
    """Services in this process, opened for as long as it takes."""

    def __init__(self, app: Wsgi) -> None:
        super().__init__(lambda: app)
        self._client = Client(app)

    def fetch(self, path: str, token: str) -> Fetched:
        """The bytes of an answer."""
        answer = self._client.get(path, headers=bearer(token, _ANY))
        return Fetched(answer.status_code, answer.data)


class Elsewhere:
    """Services that run in other processes, each at the address that is told here by name."""

    def __init__(self, addresses: Mapping[str, str], http: Http) -> None:
        self._addresses = addresses
        self._http = http

    def get(self, path: str, token: str) -> Answer:
        """The answer of the service that the path belongs to. Raises Unreachable."""
        return HttpNeighbour(self._address(path), self._http).get(path, token)

    def fetch(self, path: str, token: str) -> Fetched:
        """The bytes of such an answer. Raises Unreachable."""
        return self._http.get(self._address(path) + path, bearer(token, _ANY))

    def _address(self, path: str) -> str:
        service = next(name for name, base in BASE_PATHS.items() if path.startswith(base))
        if service not in self._addresses:
            raise Unreachable(f"De dienst {service} draait niet. Start die met: {_START} {service}")
        return self._addresses[service]


_START = "vangnet serve"


def _token(deployment: Deployment, role: Role) -> str:
    identity = identity_of(deployment, clock_of(deployment.running))
    return identity.token(role, _SUBJECT, None, _LIFE)


def _apart(folder: Path) -> dict[str, str]:
    found = {name: told_in(folder / name) for name in BASE_PATHS}
    return {name: address for name, address in found.items() if address is not None}
