"""A stage of services that run in other processes, on a clock that they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager

from urllib3 import PoolManager

from shared.feed.http_connections import Connections
from shared.record.errors import SettingsError
from shared.telemetry.listener import METRICS
from vangnet.assembly import BASE_PATHS
from vangnet.journey.http_client import HttpClient
from vangnet.journey.rest import Page, Rest
from vangnet.journey.stage import BEFORE_EVERY_CASE, Stage, issuer_of
from vangnet.settings import Deployment
from vangnet.shared_clock import SharedClock

_SECONDS = 30.0


@contextmanager
def stage_at(
    deployment: Deployment, addresses: Mapping[str, str], metrics: Sequence[str]
) -> Iterator[Stage]:
    """Services that were started with the same settings: where each answers, by its name.

    ``metrics`` are the addresses where their processes are measured. Raises SettingsError
    without a clock.
    """
    clock = _clock(deployment)
    with closing(Connections()) as connections:
        by_path = {BASE_PATHS[name]: address for name, address in addresses.items()}
        client = HttpClient(by_path, connections.pool)
        rest = Rest([_page(connections.pool, address) for address in metrics])
        yield Stage(clock, issuer_of(deployment.settings, clock), client, rest)


def _page(pool: PoolManager, address: str) -> Page:
    def read() -> str:
        return pool.request("GET", address + METRICS, timeout=_SECONDS).data.decode()

    return read


def _clock(deployment: Deployment) -> SharedClock:
    path = deployment.running.clock
    if path is None:
        raise SettingsError(
            "Een casus heeft een gesimuleerde klok nodig. Start de diensten en dit met dezelfde "
            "VANGNET_CLOCK, zoals VANGNET_CLOCK=var/klok."
        )
    clock = SharedClock(path)
    if clock() < BEFORE_EVERY_CASE:
        clock.set(BEFORE_EVERY_CASE)
    return clock
