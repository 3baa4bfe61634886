"""``vangnet keys``."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from shared.record.errors import SettingsError
from shared.service.databases import origin_of
from shared.service.proving import KEY_FILE, log_name, service_key
from shared.service.settings import Settings
from vangnet.assembly import SERVICES, has_stores
from vangnet.cli.environment import deployment
from vangnet.hosting.signers import access_key, record_key, signs_here
from vangnet_verify.note import VerifierKey


@click.command("keys")
def command() -> None:
    """Toon de openbare sleutels: geef ze aan wie dossiers controleert, langs een andere weg.

    Getoond wordt wat in deze map (VAR) staat. Draaien de diensten en de ondertekenaar elk met een
    eigen map, doe dit dan bij elk, en voeg samen wat u krijgt.
    """
    settings = deployment().settings
    shown = list(_public_keys(settings))
    if not shown:
        raise SettingsError(
            f"In {settings.folder} staan geen sleutels. Kies met VAR de map van een dienst of van "
            "de ondertekenaar, en start die eerst een keer."
        )
    for key in shown:
        click.echo(key)


def _public_keys(settings: Settings) -> Iterator[VerifierKey]:
    """Those in this folder; what signs elsewhere is never made here, as it would sign nothing."""
    if settings.database is None and not has_stores(settings):
        return
    for service in SERVICES:
        if signs_here(settings, service):
            yield record_key(settings, service, os.urandom).public
            yield access_key(settings, service, os.urandom).public
        folder = settings.folder_of(service)
        if (folder / KEY_FILE).exists():
            log = log_name(origin_of(service), settings.oin)
            yield service_key(folder, log, os.urandom).public
