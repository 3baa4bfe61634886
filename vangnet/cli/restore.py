"""``vangnet restore``."""

from __future__ import annotations

from pathlib import Path

import click

from vangnet.backup import copy_back, folder_of_files
from vangnet.cli.environment import deployment
from vangnet.lock import locked


@click.command("restore")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path, exists=True))
def command(folder: Path) -> None:
    """Zet een back-up terug in een lege VAR. Stop Vangnet eerst."""
    target = folder_of_files(deployment().settings)
    with locked(target):
        made = copy_back(folder, target)
    click.echo(f"{len(made)} bestanden zijn teruggezet in {target}. Start met: vangnet up")
