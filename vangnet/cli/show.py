"""``vangnet show``."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import click

from shared.eventbase.calendar import AMSTERDAM
from vangnet.asking import asking
from vangnet.cli.environment import deployment
from vangnet.cli.moment import Moment
from vangnet.story import Story, Told, story

_DAY = timedelta(days=1)
_MOMENT = "%d-%m-%Y %H:%M"


@click.command("show")
@click.argument("plan", type=click.UUID)
@click.option("--geldig-op", "valid", type=Moment(), help="Zoals het toen was.")
@click.option("--beschikbaar-op", "known", type=Moment(), help="Zoals het toen bekend was.")
def command(plan: UUID, valid: datetime | None, known: datetime | None) -> None:
    """Vertel wat er met een plan is gebeurd, op volgorde."""
    with asking(deployment()) as ask:
        _tell(story(ask, plan, valid, known))


def _tell(found: Story) -> None:
    click.echo(f"Zoals het was op {_local(found.valid)}, zoals bekend op {_local(found.known)}.")
    if found.simulated:
        click.echo("Let op: dit is een voorbeeld, gemaakt met een gesimuleerde klok.")
    for told in found.told:
        click.echo(f"{_local(told.at)}  {told.sentence}{_late(told)}")


def _late(told: Told) -> str:
    if told.recorded_at is None or told.recorded_at - told.at < _DAY:
        return ""
    return f" (pas vastgelegd op {_local(told.recorded_at)})"


def _local(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).strftime(_MOMENT)
