"""Copies of everything that services keep, to another folder and back, wherever they keep it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from shared.service.databases import addresses
from shared.service.settings import Settings
from vangnet.assembly import SERVICES
from vangnet.backups.files import copy_back, copy_out
from vangnet.backups.postgres import dump, put_back
from vangnet.hosting.holding import alone


def back_up(
    settings: Settings, target: Path, services: Sequence[str], environ: Mapping[str, str]
) -> list[Path]:
    """Copies these services to ``target``, which must be empty; gives the files made.

    On PostgreSQL they may run meanwhile. ``environ`` is what its programs run in. Raises
    SettingsError, and Held while a process has the files.
    """
    found, chosen = addresses(settings), _in_order(services)
    if found is not None:
        return dump(found, settings.folder, target, chosen, environ)
    with alone(settings, services):
        return copy_out(settings.folder, target, chosen)


def restore(
    settings: Settings, backup: Path, services: Sequence[str], environ: Mapping[str, str]
) -> list[Path]:
    """Puts these services back where nothing of them is; gives the files used or made.

    Raises SettingsError, and Held while a process has the files.
    """
    found, chosen = addresses(settings), _in_order(services)
    with alone(settings, services):
        if found is not None:
            return put_back(found, settings.folder, backup, chosen, environ)
        return copy_back(backup, settings.folder, chosen)


def _in_order(services: Sequence[str]) -> list[str]:
    # Those who follow go first: what they followed is then in the copy of the one they followed.
    return [service for service in reversed(SERVICES) if service in services]
