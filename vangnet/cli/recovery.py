"""``vangnet recovery``."""

from __future__ import annotations

from pathlib import Path

import click

from shared.eventbase.calendar import AMSTERDAM
from vangnet.assembly import SERVICES
from vangnet.backups.recovery import Recovery, export, exported_in, put_epochs_back
from vangnet.cli.environment import deployment
from vangnet.shared_clock import clock_of


@click.command("recovery")
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
@click.argument("services", nargs=-1, type=click.Choice(SERVICES), metavar="[DIENST]...")
@click.option("--back", is_flag=True, help="Zet terug wat in het bestand staat, waar niets is.")
def command(file: Path, services: tuple[str, ...], back: bool) -> None:
    """Maak een herstelbestand: de epoch-sleutels, die in geen back-up zitten.

    Van alle diensten, of van wie u noemt. Vangnet mag blijven draaien.
    """
    found, names = deployment(), services or SERVICES
    if back:
        put_epochs_back(found.settings, exported_in(file), names)
        click.echo(f"De epoch-sleutels van {', '.join(names)} staan in {found.settings.folder}.")
        return
    made = export(found.settings, file, names, clock_of(found.running)())
    _tell(made, file)


def _tell(made: Recovery, file: Path) -> None:
    day = f"{made.until.astimezone(AMSTERDAM):%d-%m-%Y}"
    click.echo(f"De epoch-sleutels van {', '.join(made.services)} staan in {file}.")
    click.echo("Bewaar dit apart van elke back-up: wie beide heeft, kan alles lezen.")
    click.echo(f"Na de wisseling, uiterlijk op {day}, opent het niets meer wat dan nog leeft.")
    click.echo(f"Maak na de wisseling een nieuw bestand, en vernietig dit uiterlijk op {day}.")
