"""``vangnet keys``."""

from __future__ import annotations

import os

import click

from shared.proof.signing import key_in_file
from shared.service.databases import origin_of
from shared.service.proving import KEY_FILE, log_name
from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment
from vangnet.hosting.signers import access_key, record_key
from vangnet_verify.dossier import MAKER


@click.command("keys")
def command() -> None:
    """Toon de openbare sleutels: geef ze aan wie dossiers controleert, langs een andere weg."""
    settings = deployment().settings
    for service in SERVICES:
        click.echo(record_key(settings, service, os.urandom).public)
        click.echo(access_key(settings, service, os.urandom).public)
        name = log_name(origin_of(service), settings.oin) + MAKER
        path = settings.folder_of(service) / KEY_FILE
        if path.exists():
            click.echo(key_in_file(path, name, os.urandom).public)
