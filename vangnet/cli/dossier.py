"""``vangnet dossier``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import UUID

import click

from shared.record.durable import write_new
from vangnet.asking import fetching
from vangnet.cli.environment import deployment
from vangnet.cli.moment import Moment
from vangnet.shared_clock import clock_of
from vangnet.whole_dossier import whole_dossier


@click.command("dossier")
@click.argument("plan", type=click.UUID)
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--geldig-op", "valid", type=Moment(), help="Zoals het toen was.")
@click.option("--beschikbaar-op", "known", type=Moment(), help="Zoals het toen bekend was.")
def command(plan: UUID, file: Path, valid: datetime | None, known: datetime | None) -> None:
    """Bewaar alles van een dossier, met het bewijs dat er niets is gewijzigd of ontbreekt.

    Controleren kan zonder ons: vangnet-verify BESTAND --keys SLEUTELS.
    """
    found = deployment()
    now = clock_of(found.running)()
    with fetching(found) as fetch:
        content = whole_dossier(fetch, plan, valid or now, known or now)
    write_new(file, content)
    click.echo(f"Het dossier staat in {file} ({len(content)} bytes).")
