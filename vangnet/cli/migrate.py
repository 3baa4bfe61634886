"""``vangnet migrate``."""

from __future__ import annotations

import os
from contextlib import nullcontext

import click

from shared.service.settings import Settings
from vangnet.assembly import SERVICES, migrate_town
from vangnet.cli.environment import deployment
from vangnet.hosting.holding import alone


@click.command("migrate")
@click.argument("services", nargs=-1, type=click.Choice(SERVICES), metavar="[DIENST]...")
def command(services: tuple[str, ...]) -> None:
    """Maak de databases, of breng ze naar deze versie: van elke dienst, of van wie u noemt."""
    settings = deployment().settings
    names = services or SERVICES
    # A database is migrated under a lock of its own, and may have processes that still run.
    with alone(settings, names) if settings.database is None else nullcontext():
        migrate_town(settings, os.urandom, names)
    click.echo(f"De databases {_where(settings)} zijn bij: {', '.join(names)}.")


def _where(settings: Settings) -> str:
    return f"in {settings.folder}" if settings.database is None else "op PostgreSQL"
