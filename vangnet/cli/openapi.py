"""``vangnet openapi``."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import msgspec

from vangnet.assembly import SERVICES, migrate_town
from vangnet.cli.environment import deployment
from vangnet.opening import opened
from vangnet.settings import Deployment


@click.command("openapi")
@click.argument("service", type=click.Choice(SERVICES))
def command(service: str) -> None:
    """Geef de OpenAPI-beschrijving van een dienst."""
    click.echo(document(deployment(), service), nl=False)


def document(found: Deployment, service: str) -> bytes:
    """The document as that service answers it. It is asked of a town on empty stores."""
    with TemporaryDirectory() as folder:
        settings = msgspec.structs.replace(
            found.settings, folder=Path(folder), database=None, key_database=None
        )
        migrate_town(settings, os.urandom)
        with opened(msgspec.structs.replace(found, settings=settings)) as town:
            made = town.town.by_name[service]
            answer = made.app.test_client().get(f"{made.base_path}/openapi.json")
            return bytes(answer.data)
