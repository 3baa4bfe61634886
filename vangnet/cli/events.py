"""``vangnet events``."""

from __future__ import annotations

from pathlib import Path

import click

from vangnet.cli.commands import Stopped
from vangnet.pages.event_page import event_page

_PAGE = Path("docs/events.md")


@click.command("events")
@click.option("--check", is_flag=True, help=f"Controleer alleen of {_PAGE} nog klopt.")
def command(check: bool) -> None:
    """Geef de tabel van alle gebeurtenissen, als Markdown."""
    page = event_page()
    if not check:
        click.echo(page, nl=False)
    elif not _PAGE.is_file() or _PAGE.read_text("utf-8") != page:
        raise Stopped(f"{_PAGE} klopt niet meer. Maak het opnieuw: vangnet events > {_PAGE}")
