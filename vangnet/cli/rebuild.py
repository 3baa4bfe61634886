"""``vangnet rebuild``."""

from __future__ import annotations

import click
from rich.console import Console
from rich.progress import Progress

from shared.feed.digest import Digest
from shared.feed.inbox import Inbox
from shared.feed.rebuild import Rebuild
from shared.feed.source import Source
from vangnet.assembly import SERVICES
from vangnet.cli.environment import deployment
from vangnet.keeping import kept


@click.command("rebuild")
@click.option("--service", type=click.Choice(SERVICES), help="Alleen deze dienst.")
def command(service: str | None) -> None:
    """Bouw opnieuw op wat de diensten van elkaar hebben gevolgd."""
    with kept(deployment(), service) as found:
        for each in found:
            for source in each.feeds:
                _rebuild(each.service, each.inbox, source)


def _rebuild(service: str, inbox: Inbox, source: Source) -> None:
    before = inbox.digest(source.name)
    after = _run(f"{service} volgt {source.name}", Rebuild(source, inbox))
    click.echo(f"{service} volgt {source.name}")
    click.echo(f"  ervoor: {_shown(before)}")
    click.echo(f"  erna:   {_shown(after)}")
    click.echo("  gelijk" if before == after else "  verschilt: wat er nu staat is de bron")


def _run(label: str, rebuild: Rebuild) -> Digest:
    run = rebuild.run()
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task(label, total=None)
        while True:
            try:
                step = next(run)
            except StopIteration as finished:
                digest: Digest = finished.value
                return digest
            progress.update(task, completed=step.handled, total=step.total)


def _shown(digest: Digest) -> str:
    return f"{digest.rows} berichten, sha256 {digest.sha256}"
