"""``vangnet dead-letters``."""

from __future__ import annotations

from uuid import UUID

import click

from shared.feed.letter import DeadLetter
from shared.feed.replay import Replay
from vangnet.cli.environment import stopped_town
from vangnet.town import Town

_NONE = "Er zijn geen geparkeerde berichten."


@click.command("dead-letters")
@click.option("--replay", type=click.UUID, help="Neem de berichten van dit plan opnieuw.")
def command(replay: UUID | None) -> None:
    """Toon de berichten die een dienst niet kon verwerken, of neem ze opnieuw."""
    with stopped_town() as opened:
        if replay is not None:
            _replay(opened.town, replay)
        _show(opened.town)


def _replay(town: Town, plan_id: UUID) -> None:
    sources = {service.name: service.source for service in town.services}
    for service in town.services:
        if service.inbox is not None:
            done = Replay(service.inbox, sources)(plan_id)
            click.echo(f"{service.name}: {done.settled} verwerkt, {done.parked} nog geparkeerd")


def _show(town: Town) -> None:
    found = [
        (service.name, letter)
        for service in town.services
        if service.inbox is not None
        for letter in service.inbox.dead_letters()
    ]
    for name, letter in found:
        click.echo(_line(name, letter))
    click.echo(_ADVICE if found else _NONE)


_ADVICE = "Herstel de oorzaak en neem ze opnieuw: vangnet dead-letters --replay PLAN"


def _line(service: str, letter: DeadLetter) -> str:
    plan = letter.plan_id or "onbekend plan"
    return (
        f"{service}: bericht {letter.position} van {letter.source}, plan {plan}, "
        f"reden {letter.reason.value}, sinds {letter.parked_at:%Y-%m-%d %H:%M} UTC, "
        f"{letter.attempts} keer geprobeerd"
    )
