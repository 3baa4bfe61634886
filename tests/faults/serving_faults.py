"""``vangnet serve`` with a part in it that has a fault."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import click

from shared.service.following import follower_of
from shared.service.service import Service
from tests.faults.tracks_first import tracking_first
from vangnet.alone import Alone, opened_alone
from vangnet.hosting.front import Front
from vangnet.hosting.leases import lease_of
from vangnet.hosting.running import run
from vangnet.hosting.server import listen, serve
from vangnet.settings import Deployment


def serve_tracking_first(deployment: Deployment, name: str) -> None:
    """Evaluations, with an inbox that notes how far it came before the work is done."""
    with opened_alone(deployment, name, follow=False) as alone:
        inbox = tracking_first(alone.service, alone.world)
        followers = {
            feed.name: follower_of(name, feed, inbox, alone.world) for feed in alone.feeds()
        }
        serve_instead(replace(alone.service, followers=followers), alone, deployment)


def serve_instead(service: Service, alone: Alone, deployment: Deployment) -> None:
    """Serves this service instead of the one that was opened."""
    front = Front({service.base_path: service.app}, lambda: (b"", []))
    with closing(listen(deployment.running.host, deployment.port)) as listening:
        work = run(service, alone.world, lease_of(deployment.settings, service.name))
        try:
            serve(front, listening, lambda: click.echo("ready "), alone.world.waiting.close)
        finally:
            work.stop()
