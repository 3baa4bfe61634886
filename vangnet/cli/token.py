"""``vangnet token``."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import click

from shared.access.role import BY_WIRE, Role
from shared.record.errors import SettingsError
from vangnet.cli.environment import deployment
from vangnet.identity import identity_of
from vangnet.shared_clock import clock_of

_ROLES = BY_WIRE | {role.value: role for role in Role}


@click.command("token")
@click.option("--role", "role", required=True, type=click.Choice([*_ROLES]), help="Welke rol.")
@click.option("--person", type=click.UUID, help="Bij betrokkene: de persoonId uit het dossier.")
@click.option("--subject", help="Wie het is, zoals dat bij elke handeling komt te staan.")
@click.option("--hours", type=click.IntRange(1, 24), default=12, help="Hoeveel uur het geldig is.")
def command(role: str, person: UUID | None, subject: str | None, hours: int) -> None:
    """Geef een token om mee te proberen. Het staat alleen op de laatste regel."""
    wanted = _ROLES[role]
    if (wanted is Role.PERSON) != (person is not None):
        raise SettingsError(
            "Geef bij de rol betrokkene met --person aan wie het is, en bij een andere rol niet."
        )
    found = deployment()
    if found.settings.production:
        raise SettingsError(
            "In productie geeft Vangnet geen tokens. Vraag er een aan bij de uitgever."
        )
    identity = identity_of(found, clock_of(found.running))
    click.echo(identity.token(wanted, subject, person, timedelta(hours=hours)))
