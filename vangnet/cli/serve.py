"""``vangnet serve``."""

from __future__ import annotations

import click

from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment
from vangnet.serving import serve_alone


@click.command("serve")
@click.argument("service", type=click.Choice(SERVICES))
def command(service: str) -> None:
    """Start één dienst als eigen proces, tot u het stopt (Ctrl-C)."""
    serve_alone(deployment(), service)
