"""``vangnet migrate``."""

from __future__ import annotations

import os

import click

from vangnet.assembly import migrate_town
from vangnet.cli.environment import deployment
from vangnet.lock import locked


@click.command("migrate")
def command() -> None:
    """Maak de databases, of breng ze naar deze versie."""
    settings = deployment().settings
    with locked(settings.folder):
        migrate_town(settings, os.urandom)
    click.echo(f"De databases in {settings.folder} zijn bij.")
