"""``vangnet sign``."""

from __future__ import annotations

import click

from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment
from vangnet.signing_alone import sign_alone


@click.command("sign")
@click.argument("services", nargs=-1, type=click.Choice(SERVICES), metavar="[DIENST]...")
def command(services: tuple[str, ...]) -> None:
    """Onderteken wat de diensten vastleggen, tot u het stopt (Ctrl-C). Alleen op PostgreSQL.

    Draai dit als een andere gebruiker, met een eigen map (VAR) en als lid van de rol die alleen
    leest en ondertekent: vangnet_<dienst>_signer.
    """
    sign_alone(deployment(), services or SERVICES)
