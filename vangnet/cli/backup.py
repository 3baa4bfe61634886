"""``vangnet backup``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from vangnet.assembly import SERVICES
from vangnet.backups.backup import back_up
from vangnet.cli.environment import deployment
from vangnet.shared_clock import clock_of

_ADVICE = (
    "De epoch-sleutels zitten er niet in, en zonder is deze back-up niet te lezen: maak met "
    "vangnet recovery een herstelbestand, en bewaar dat ergens anders."
)


@click.command("backup")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.argument("services", nargs=-1, type=click.Choice(SERVICES), metavar="[DIENST]...")
def command(folder: Path, services: tuple[str, ...]) -> None:
    """Maak een back-up in een lege map: van alles, of van de diensten die u noemt.

    Met bestanden (SQLite) moet u Vangnet eerst stoppen. Op PostgreSQL hoeft dat niet.
    """
    found = deployment()
    now = clock_of(found.running)()
    made = back_up(found.settings, folder, services or SERVICES, os.environ, now)
    click.echo(f"{len(made)} bestanden staan in {folder}.")
    click.echo(_ADVICE)
