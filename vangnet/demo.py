"""Filling an empty folder with the example families."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from shared.record.errors import SettingsError
from shared.service.settings import Settings
from vangnet.assembly import SERVICES, has_stores

_MARK = "voorbeeld-wordt-geladen"


def fill(settings: Settings) -> bool:
    """Plays the example families when there is nothing yet; whether it did.

    What an earlier, interrupted filling left is thrown away first: half a history looks real.
    """
    mark = settings.folder / _MARK
    if mark.exists():
        _discard(settings, mark)
    if has_stores(settings):
        return False
    # Only here: playing cases is no part of running a town.
    from vangnet.journey.demo import CannotLoad, load_demo

    click.echo("De voorbeeldgezinnen worden geladen; dat duurt even. Zonder: DEMO=0.", err=True)
    mark.touch(mode=0o600)
    try:
        load_demo(settings)
    except CannotLoad as failed:
        _discard(settings, mark)
        raise SettingsError(
            f"De voorbeeldgezinnen kunnen niet worden geladen ({failed}). Start zonder: DEMO=0."
        ) from None
    except BaseException:
        _discard(settings, mark)
        raise
    mark.unlink()
    return True


def _discard(settings: Settings, mark: Path) -> None:
    for service in SERVICES:
        shutil.rmtree(settings.folder_of(service), ignore_errors=True)
    mark.unlink(missing_ok=True)
