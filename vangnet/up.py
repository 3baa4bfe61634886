"""``vangnet up``: everything on one machine, in one process (design section 8)."""

from __future__ import annotations

import os
from contextlib import closing
from socket import socket

import click

from vangnet.assembly import has_stores, migrate_town
from vangnet.demo import fill
from vangnet.hosting.holding import running
from vangnet.hosting.observing import observed, pages_of, telemetry_of
from vangnet.hosting.server import listen, serve
from vangnet.opening import Opened, opened
from vangnet.settings import Deployment, reached_at, url_of
from vangnet.welcome import welcome


def up(deployment: Deployment) -> None:
    """Runs until it is stopped by SIGINT, SIGTERM or SIGHUP; then everything is on disk.

    Raises Held when another process has the data, and SettingsError when it cannot start.
    """
    host = deployment.running.host
    with (
        running(deployment.settings) as lock,
        closing(listen(host, deployment.port)) as listening,
    ):
        address = url_of(host, listening.getsockname()[1])
        deployment = reached_at(deployment, address)
        _prepare(deployment)
        with opened(deployment, telemetry_of(deployment.running, "vangnet")) as town:
            town.town.start()
            welcome(town, address, tokens=not deployment.settings.production)
            lock.tell(address)
            _serve(town, listening, address, deployment)


def _serve(opened: Opened, listening: socket, address: str, deployment: Deployment) -> None:
    town, world = opened.town, opened.world
    pages = pages_of(world.telemetry, town.services, world.clock, town.leads)
    with observed(world.telemetry, pages, deployment.running):
        serve(town.wsgi, listening, lambda: click.echo(f"ready {address}"), world.waiting.close)


def _prepare(deployment: Deployment) -> None:
    settings = deployment.settings
    if settings.database is not None:
        # A database is migrated once, before any of the processes that use it starts.
        return
    if deployment.demo:
        fill(settings)
    if not has_stores(settings):
        migrate_town(settings, os.urandom)
