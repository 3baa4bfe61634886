"""Copies of a service's databases, made while it runs, to a folder and back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from shared.record.durable import make_folder, sync, sync_folder, write_new
from shared.record.errors import SettingsError
from shared.record.opening import EPOCHS_FILE
from shared.record.sqlite.open_record import KEYS_FILE


def copy_store(source: Path, target: Path) -> list[Path]:
    """Copies every database of ``source`` and the epoch keys; gives the copies, on disk.

    The keys go last: every event in the copy then has its key there. A rotation waits meanwhile.
    Whoever holds the whole copy can read it, so keep events and keys apart. Raises SettingsError
    when ``target`` holds any of the files, before copying anything.
    """
    names = sorted((path.name for path in source.glob("*.db")), key=lambda n: (n == KEYS_FILE, n))
    make_folder(target)
    for name in (*names, EPOCHS_FILE):
        if (target / name).exists():
            raise SettingsError(f"{name} staat al in de doelmap. Kies een lege map.")
    for name in names:
        if name != KEYS_FILE:
            _copy(source / name, target / name)
    if KEYS_FILE in names:
        _copy_keys(source, target)
    sync_folder(target)
    return sorted(target.iterdir())


def _copy_keys(source: Path, target: Path) -> None:
    with closing(sqlite3.connect(source / KEYS_FILE, isolation_level=None)) as holding:
        holding.execute("BEGIN IMMEDIATE")  # a rotation rewraps under this lock
        _copy(source / KEYS_FILE, target / KEYS_FILE)
        write_new(target / EPOCHS_FILE, (source / EPOCHS_FILE).read_bytes())
        holding.execute("ROLLBACK")


def _copy(source: Path, target: Path) -> None:
    target.touch(mode=0o600)
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)
    sync(target)
