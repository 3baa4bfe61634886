"""Numbered SQL files, applied once each and never changed afterwards."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
from eventsourcing.sqlite import SQLiteCursor

from shared.record.errors import SettingsError
from shared.record.sqlite.database import SqliteDatabase

_NAME = re.compile(r"(\d{4})_(\w+)\.sql")
_TABLE = (
    "CREATE TABLE IF NOT EXISTS migration (component TEXT NOT NULL, number INTEGER NOT NULL, "
    "name TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (component, number)) STRICT"
)
_HAS_TABLE = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'migration'"
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


def pending(database: SqliteDatabase, component: str, folder: Path) -> list[Migration]:
    """The migrations of a component that this database lacks. Writes nothing.

    Raises SettingsError when an applied one was changed, or is newer than this software.
    """
    with database.transaction(commit=False) as cursor:
        return _missing(cursor, component, folder)


def migrate(database: SqliteDatabase, component: str, folder: Path) -> list[Migration]:
    """Applies what is missing in one transaction, and gives it. Raises like :func:`pending`."""
    with database.transaction(commit=True) as cursor:
        cursor.execute(_TABLE)
        missing = _missing(cursor, component, folder)
        for migration in missing:
            for statement in statements(migration.sql):
                cursor.execute(statement)
            row = component, migration.number, migration.name, migration.sha256
            cursor.execute(_INSERT, row)
    return missing


def statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one; the body of a trigger belongs to its statement."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


def _missing(cursor: SQLiteCursor, component: str, folder: Path) -> list[Migration]:
    known = _files(folder)
    applied = _applied(cursor, component)
    for number, name, digest in applied:
        if number > len(known):
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
        raise SettingsError(f"De migraties in {folder.name} zijn niet doorlopend genummerd.")
    return migrations


def _applied(cursor: SQLiteCursor, component: str) -> list[tuple[int, str, str]]:
    cursor.execute(_HAS_TABLE)
    if not cursor.fetchone()[0]:
        return []
    cursor.execute(_APPLIED, (component,))
    return [(row[0], row[1], row[2]) for row in cursor.fetchall()]
