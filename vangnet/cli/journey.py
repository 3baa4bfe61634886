"""``vangnet journey``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from shared.record.errors import SettingsError
from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment


@click.command("journey")
@click.argument("name")
@click.option(
    "--at", "places", multiple=True, metavar="DIENST=ADRES", help="Een dienst die draait."
)
@click.option("--metrics", multiple=True, metavar="ADRES", help="Waar een proces te meten is.")
def command(name: str, places: Sequence[str], metrics: Sequence[str]) -> None:
    """Speel een casus na (a, b of c) en controleer elke regel ervan.

    Met --at op lege diensten die al draaien, met VANGNET_CLOCK en VANGNET_METRICS_PORT.
    """
    # Only here: the cases are not needed to run or keep a town.
    from vangnet.journey import run_journey
    from vangnet.journey.elsewhere import stage_at

    if not places:
        sys.exit(run_journey(name, sys.stdout))
    with stage_at(deployment(), _addresses(places), metrics) as stage:
        sys.exit(run_journey(name, sys.stdout, stage))


def _addresses(places: Sequence[str]) -> dict[str, str]:
    found = dict(place.split("=", 1) for place in places if "=" in place)
    if set(found) != set(SERVICES):
        example = " ".join(f"--at {name}=http://127.0.0.1:8080" for name in SERVICES)
        raise SettingsError(f"Noem met --at alle diensten: {example}.")
    return found
