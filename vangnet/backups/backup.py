"""Copies of everything that services keep, to another folder and back, wherever they keep it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from shared.service.databases import addresses
from shared.service.settings import Settings
from vangnet.assembly import SERVICES
from vangnet.backups.files import copy_back, copy_out
from vangnet.backups.postgres import dump, put_back
from vangnet.backups.recovery import exported_in
from vangnet.backups.with_what import Given, check
from vangnet.hosting.holding import alone


def back_up(
    settings: Settings,
    target: Path,
    services: Sequence[str],
    environ: Mapping[str, str],
    now: datetime,
) -> list[Path]:
    """Copies these services to ``target``, which must be empty; gives the files made.

    Without the epoch keys: nobody can read the copy without a recovery export. On PostgreSQL they
    may run meanwhile. ``environ`` is what its programs run in. Raises SettingsError, and Held
    while a process has the files.
    """
    found, chosen = addresses(settings), _in_order(services)
    if found is not None:
        return dump(found, settings.folder, target, chosen, environ, now)
    with alone(settings, services):
        return copy_out(settings.folder, target, chosen, now)


def restore(
    settings: Settings,
    backup: Path,
    services: Sequence[str],
    environ: Mapping[str, str],
    recovery: Path | None = None,
    keys: Path | None = None,
) -> list[Path]:
    """Puts these services back where nothing of them is; gives the files used or made.

    The epoch keys are those that are there, or of the export ``recovery``. The keys are those of
    the backup, of the newer backup ``keys``, or, where that is the folder with all data, those
    that are there. Raises SettingsError, and Held while a process has the files.
    """
    found, chosen = addresses(settings), _in_order(services)
    exported = None if recovery is None else exported_in(recovery)
    given = Given(backup, settings.folder, keys, exported)
    with alone(settings, services):
        check(given, chosen)
        if found is not None:
            return put_back(found, given, chosen, environ)
        return copy_back(given, chosen)


def _in_order(services: Sequence[str]) -> list[str]:
    # Those who follow go first: what they followed is then in the copy of the one they followed.
    return [service for service in reversed(SERVICES) if service in services]
