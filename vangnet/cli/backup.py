"""``vangnet backup``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from vangnet.assembly import SERVICES
from vangnet.backups.backup import back_up
from vangnet.cli.environment import deployment

_ADVICE = (
    "Wie deze map heeft, kan alles lezen: de sleutels staan erbij. Bewaar de sleutels (keys.*, "
    "epoch.key en service.key) apart van de rest."
)


@click.command("backup")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.argument("services", nargs=-1, type=click.Choice(SERVICES), metavar="[DIENST]...")
def command(folder: Path, services: tuple[str, ...]) -> None:
    """Maak een back-up in een lege map: van alles, of van de diensten die u noemt.

    Met bestanden (SQLite) moet u Vangnet eerst stoppen. Op PostgreSQL hoeft dat niet.
    """
    made = back_up(deployment().settings, folder, services or SERVICES, os.environ)
    click.echo(f"{len(made)} bestanden staan in {folder}.")
    click.echo(_ADVICE)
