"""``vangnet restore``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from shared.service.settings import Settings
from vangnet.assembly import SERVICES
from vangnet.backups.backup import restore
from vangnet.cli.environment import deployment


@click.command("restore")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path, exists=True))
@click.argument("services", nargs=-1, type=click.Choice(SERVICES), metavar="[DIENST]...")
@click.option(
    "--recovery",
    metavar="BESTAND",
    type=click.Path(path_type=Path),
    help="Het herstelbestand, als in VAR geen epoch-sleutels meer staan.",
)
@click.option(
    "--keys",
    metavar="MAP",
    type=click.Path(path_type=Path, exists=True),
    help="Neem de sleutels van een nieuwere back-up; of noem VAR: die er nu staan.",
)
def command(
    folder: Path, services: tuple[str, ...], recovery: Path | None, keys: Path | None
) -> None:
    """Zet een back-up terug waar nog niets staat: alles, of de diensten die u noemt.

    Stop Vangnet eerst.
    """
    settings = deployment().settings
    used = restore(settings, folder, services or SERVICES, os.environ, recovery, keys)
    click.echo(f"{len(used)} bestanden zijn teruggezet {_where(settings)}")


def _where(settings: Settings) -> str:
    if settings.database is None:
        return f"in {settings.folder}. Start met: vangnet up"
    return "op PostgreSQL. Draai nu: vangnet migrate"
