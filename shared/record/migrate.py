"""Numbered SQL files, applied once each and never changed afterwards."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import msgspec
from eventsourcing.persistence import Cursor

from shared.record.database import Database
from shared.record.errors import SettingsError

_NAME = re.compile(r"(\d{4})_(\w+)\.sql")
# A migration of this name only adds what older software does not look at (docs/decisions/0015).
_COMPATIBLE = "expand_"
_TABLE = (
    "CREATE TABLE IF NOT EXISTS migration (component TEXT NOT NULL, number INTEGER NOT NULL, "
    "name TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (component, number))"
)
_APPLIED = "SELECT number, name, sha256 FROM migration WHERE component = ? ORDER BY number"
_INSERT = "INSERT INTO migration VALUES (?, ?, ?, ?)"


class Migration(msgspec.Struct, frozen=True):
    """One SQL file: its number from 1, its name, its text."""

    number: int
    name: str
    sql: str

    @property
    def sha256(self) -> str:
        """The hash that shows whether the file is still what was applied."""
        return sha256(self.sql.encode()).hexdigest()


def pending(database: Database, component: str, folder: Path) -> list[Migration]:
    """The migrations of a component that this database lacks. Writes nothing.

    ``folder`` has a folder of them for each dialect. Raises SettingsError when an applied one was
    changed, or is newer than this software and not known to be compatible with it by its name.
    """
    with database.transaction(commit=False) as cursor:
        return _missing(database, cursor, component, folder)


def migrate(database: Database, component: str, folder: Path) -> list[Migration]:
    """Applies what is missing in one transaction, and gives it. Raises like :func:`pending`.

    Of two that run at once, one waits for the other and finds nothing to do.
    """
    with database.transaction(commit=True) as cursor:
        database.prepare(cursor)
        cursor.execute(_TABLE)
        missing = _missing(database, cursor, component, folder)
        for migration in missing:
            database.script(cursor, migration.sql)
            row = component, migration.number, migration.name, migration.sha256
            cursor.execute(_INSERT, row)
    return missing


def _missing(database: Database, cursor: Cursor, component: str, folder: Path) -> list[Migration]:
    known = _files(folder / database.dialect)
    applied = _applied(database, cursor, component)
    for number, name, digest in applied:
        if number > len(known):
            if name.startswith(_COMPATIBLE):
                continue
            raise SettingsError(
                f"De database kent migratie {number:04}_{name} van {component} en deze versie van "
                "Vangnet niet. Installeer een nieuwere versie."
            )
        if known[number - 1].sha256 != digest:
            raise SettingsError(
                f"Migratie {number:04}_{name} van {component} is gewijzigd nadat zij is "
                "uitgevoerd. Zet het bestand terug en maak een nieuwe migratie."
            )
    return known[len(applied) :]


def _files(folder: Path) -> list[Migration]:
    found = [(m, path) for path in sorted(folder.iterdir()) if (m := _NAME.fullmatch(path.name))]
    migrations = [Migration(int(m[1]), m[2], path.read_text("utf-8")) for m, path in found]
    if [m.number for m in migrations] != list(range(1, len(migrations) + 1)):
        raise SettingsError(
            f"De migraties in {folder.parent.name}/{folder.name} zijn niet doorlopend genummerd."
        )
    return migrations


def _applied(database: Database, cursor: Cursor, component: str) -> list[tuple[int, str, str]]:
    if not database.has_table(cursor, "migration"):
        return []
    cursor.execute(_APPLIED, (component,))
    return [(row[0], row[1], row[2]) for row in cursor.fetchall()]
