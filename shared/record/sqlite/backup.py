"""Copies of a service's databases, made while it runs, to a folder and back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from shared.record.durable import make_folder, sync, sync_folder
from shared.record.errors import SettingsError
from shared.record.sqlite.open_record import KEYS_FILE

_EPOCHS = "SELECT DISTINCT epoch FROM data_key WHERE wrapped IS NOT NULL"


def copy_store(source: Path, target: Path, keys: Path | None = None) -> list[Path]:
    """Copies every database of ``source`` to ``target``; gives the copies, on disk.

    The keys go last: every event in the copy then has its key there. They come from ``keys`` if
    that is given, and stay as they are where that is ``target``. Never the epoch keys: without
    those nobody can read the copy. Raises SettingsError when ``target`` holds any of the files,
    before copying anything.
    """
    keys = keys or source
    found = [path for path in sorted(source.glob("*.db")) if path.name != KEYS_FILE]
    if keys != target and (keys / KEYS_FILE).exists():
        found.append(keys / KEYS_FILE)
    make_folder(target)
    for path in found:
        if (target / path.name).exists():
            raise SettingsError(f"{path.name} staat al in de doelmap. Kies een lege map.")
    for path in found:
        _copy(path, target / path.name)
    sync_folder(target)
    return sorted(target / path.name for path in found)


def epochs_of(store: Path) -> set[str]:
    """The names of the epoch keys that wrap the keys in this folder: two during a turn."""
    with closing(sqlite3.connect(store / KEYS_FILE)) as connection:
        return {name for (name,) in connection.execute(_EPOCHS)}


def _copy(source: Path, target: Path) -> None:
    target.touch(mode=0o600)
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)
    sync(target)
