"""``vangnet up``."""

from __future__ import annotations

import click

from vangnet.cli.environment import deployment
from vangnet.up import up


@click.command("up")
def command() -> None:
    """Start alles op deze computer, tot u het stopt (Ctrl-C)."""
    up(deployment())
