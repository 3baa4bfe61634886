"""``vangnet serve``: one service in a process of its own (design section 8)."""

from __future__ import annotations

import os
from contextlib import ExitStack, closing
from socket import socket

import click

from vangnet.alone import Alone, opened_alone
from vangnet.assembly import has_stores, migrate_town
from vangnet.hosting.front import Front
from vangnet.hosting.holding import running
from vangnet.hosting.leases import lease_of
from vangnet.hosting.observing import observed, pages_of
from vangnet.hosting.running import run
from vangnet.hosting.server import listen, serve
from vangnet.hosting.signers import logs_of
from vangnet.hosting.signing import Signing
from vangnet.hosting.threads import tick_of
from vangnet.pages.root_page import page_headers, root_page
from vangnet.settings import Deployment, reached_at, url_of


def serve_alone(deployment: Deployment, name: str) -> None:
    """Runs until it is stopped by SIGINT, SIGTERM or SIGHUP; then everything is on disk.

    Raises Held when another process has these files, and SettingsError when it cannot start.
    """
    host = deployment.running.host
    with (
        running(deployment.settings, name) as lock,
        closing(listen(host, deployment.port)) as listening,
    ):
        address = url_of(host, listening.getsockname()[1])
        deployment = reached_at(deployment, address)
        settings = deployment.settings
        if settings.database is None and not has_stores(settings, [name]):
            migrate_town(settings, os.urandom, [name])
        with opened_alone(deployment, name) as alone:
            lock.tell(address)
            _run(alone, listening, address, deployment)


def _run(alone: Alone, listening: socket, address: str, deployment: Deployment) -> None:
    service, world, settings = alone.service, alone.world, deployment.settings
    front = Front(
        {service.base_path: service.app},
        lambda: (root_page([service], development=not settings.production), page_headers()),
    )
    lease = lease_of(settings, service.name)
    with ExitStack() as stack:
        work = run(service, world, lease, alone.following.cut, tick_of(settings))
        stack.callback(work.stop)
        if lease is None:
            # With files nobody else may have them open: then it signs its own (ADR 10).
            signing = Signing(logs_of(service, settings, world), world.log, world.telemetry)
            stack.callback(signing.stop)
        pages = pages_of(world.telemetry, [service], world.clock, lambda name: work.leads)
        stack.enter_context(observed(world.telemetry, pages, deployment.running))
        serve(front, listening, lambda: click.echo(f"ready {address}"), world.waiting.close)
