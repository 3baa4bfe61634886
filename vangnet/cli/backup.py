"""``vangnet backup``."""

from __future__ import annotations

from pathlib import Path

import click

from vangnet.backup import copy_out, folder_of_files
from vangnet.cli.environment import deployment
from vangnet.lock import locked

_ADVICE = (
    "Wie deze map heeft, kan alles lezen: de sleutels staan erbij. Bewaar keys.db en epoch.key "
    "apart van de rest."
)


@click.command("backup")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Maak een back-up van alles in een lege map. Stop Vangnet eerst."""
    source = folder_of_files(deployment().settings)
    with locked(source):
        made = copy_out(source, folder)
    click.echo(f"{len(made)} bestanden staan in {folder}.")
    click.echo(_ADVICE)
