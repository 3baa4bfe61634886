"""``vangnet dead-letters``."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

import click

from shared.feed.letter import DeadLetter
from shared.feed.replay import Replay
from vangnet.cli.environment import deployment
from vangnet.keeping import Kept, kept

_NONE = "Er zijn geen geparkeerde berichten."


@click.command("dead-letters")
@click.option("--replay", type=click.UUID, help="Neem de berichten van dit plan opnieuw.")
def command(replay: UUID | None) -> None:
    """Toon de berichten die een dienst niet kon verwerken, of neem ze opnieuw."""
    with kept(deployment()) as found:
        if replay is not None:
            _replay(found, replay)
        _show(found)


def _replay(services: Sequence[Kept], plan_id: UUID) -> None:
    for each in services:
        sources = {source.name: source for source in each.feeds}
        done = Replay(each.inbox, sources)(plan_id)
        click.echo(f"{each.service}: {done.settled} verwerkt, {done.parked} nog geparkeerd")


def _show(services: Sequence[Kept]) -> None:
    found = [(each.service, letter) for each in services for letter in each.inbox.dead_letters()]
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
