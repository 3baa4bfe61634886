"""``vangnet relay``."""

from __future__ import annotations

import click

from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment
from vangnet.transport.relaying import relay_alone


@click.command("relay")
@click.argument("service", type=click.Choice(SERVICES))
@click.option("--vanaf-begin", "again", is_flag=True, help="Geef eerst alles opnieuw door.")
def command(service: str, again: bool) -> None:
    """Geef door aan Kafka wat een dienst vastlegt, tot u het stopt (Ctrl-C)."""
    relay_alone(deployment(), service, again=again)
