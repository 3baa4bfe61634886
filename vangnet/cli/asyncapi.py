"""``vangnet asyncapi``."""

from __future__ import annotations

import click

from vangnet.assembly import SERVICES
from vangnet.asyncapi_documents import asyncapi_document, path_of
from vangnet.cli.commands import Stopped


@click.command("asyncapi")
@click.argument("service", type=click.Choice(SERVICES))
@click.option("--check", is_flag=True, help="Controleer alleen of docs/asyncapi nog klopt.")
def command(service: str, check: bool) -> None:
    """Geef de AsyncAPI-beschrijving van wat een dienst publiceert."""
    made, path = asyncapi_document(service), path_of(service)
    if not check:
        click.echo(made, nl=False)
    elif not path.is_file() or path.read_bytes() != made:
        raise Stopped(
            f"{path} klopt niet meer. Maak het opnieuw: vangnet asyncapi {service} > {path}"
        )
