"""``vangnet epoch``."""

from __future__ import annotations

import os

import click

from shared.eventbase.calendar import AMSTERDAM
from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment
from vangnet.epoch_turns import Turned, turn
from vangnet.shared_clock import clock_of

_ADVICE = (
    "Maak nu een nieuw herstelbestand (vangnet recovery) en een nieuwe back-up, en vernietig de "
    "oude herstelbestanden."
)


@click.command("epoch")
@click.argument("services", nargs=-1, type=click.Choice(SERVICES), metavar="[DIENST]...")
@click.option("--now", "at_once", is_flag=True, help="Ook als het nog geen tijd is.")
def command(services: tuple[str, ...], at_once: bool) -> None:
    """Wissel de epoch-sleutels die bijna aan hun einde zijn: wat gewist is, is daarna overal weg.

    Een draaiende dienst doet dit zelf. Met bestanden (SQLite) moet u Vangnet eerst stoppen.
    """
    found = deployment()
    clock = clock_of(found.running)
    turned = list(turn(found.settings, services or SERVICES, os.urandom, clock, at_once))
    for each in turned:
        click.echo(_line(each))
    if any(each.done for each in turned):
        click.echo(_ADVICE)


def _line(turned: Turned) -> str:
    done = "gewisseld" if turned.done else "nog niet nodig"
    ends = turned.ends.astimezone(AMSTERDAM)
    return f"{turned.service}: {done}; de volgende wisseling is uiterlijk op {ends:%d-%m-%Y}."
