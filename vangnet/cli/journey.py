"""``vangnet journey``."""

from __future__ import annotations

import sys

import click


@click.command("journey")
@click.argument("name")
def command(name: str) -> None:
    """Speel een casus na (a, b of c) en controleer elke regel ervan."""
    # Only here: the cases are not needed to run or keep a town.
    from vangnet.journey import run_journey

    sys.exit(run_journey(name, sys.stdout))
