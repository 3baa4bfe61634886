"""``vangnet up``: everything on one machine, in one process (design section 8)."""

from __future__ import annotations

import os
from contextlib import closing

import click
import msgspec

from vangnet.assembly import has_stores, migrate_town
from vangnet.demo import fill
from vangnet.lock import locked
from vangnet.opening import opened
from vangnet.server import listen, serve
from vangnet.settings import Deployment, url_of
from vangnet.welcome import welcome


def up(deployment: Deployment) -> None:
    """Runs until it is stopped by SIGINT, SIGTERM or SIGHUP; then everything is on disk.

    Raises Held when another process has the data, and SettingsError when it cannot start.
    """
    running = deployment.running
    with (
        locked(deployment.settings.folder) as lock,
        closing(listen(running.host, deployment.port)) as listening,
    ):
        address = url_of(running.host, listening.getsockname()[1])
        deployment = _reachable(deployment, address)
        _prepare(deployment)
        with opened(deployment) as town:
            town.town.start()
            welcome(town, address, tokens=not deployment.settings.production)
            lock.tell(address)
            serve(town.town.wsgi, listening, lambda: click.echo(f"ready {address}"))


def _reachable(deployment: Deployment, address: str) -> Deployment:
    """The deployment with its real address, when a free port was asked for."""
    if deployment.port or deployment.settings.url != url_of(deployment.running.host, 0):
        return deployment
    settings = msgspec.structs.replace(deployment.settings, url=address)
    return msgspec.structs.replace(deployment, settings=settings)


def _prepare(deployment: Deployment) -> None:
    settings = deployment.settings
    if deployment.demo:
        fill(settings)
    if not has_stores(settings):
        migrate_town(settings, os.urandom)
