"""``vangnet lag``."""

from __future__ import annotations

import click

from vangnet.cli.environment import deployment
from vangnet.keeping import watched
from vangnet.transport.lag import Lag, lags


@click.command("lag")
def command() -> None:
    """Toon hoe ver de diensten achterlopen op wat zij volgen. Vangnet mag blijven draaien."""
    found = deployment()
    with watched(found) as services:
        for each in lags(services, found.running.kafka):
            click.echo(_line(each))
            if each.alarm is not None:
                click.echo(f"  staat stil: {each.alarm}")


def _line(lag: Lag) -> str:
    behind = f"{lag.behind} achter"
    if lag.since is not None:
        behind += f" (sinds {lag.since:%Y-%m-%d %H:%M:%S} UTC)"
    return (
        f"{lag.service} volgt {lag.source}: positie {lag.position} van {lag.last}, {behind}, "
        f"{lag.parked} geparkeerd"
    )
