"""Which SQLite the process uses: the one in the ``pysqlite3`` wheel, under the usual name."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

from shared.record.errors import SettingsError

# The WAL-reset bug corrupts a database with two connections; it was there from 3.7.0 to 3.51.2.
OLDEST_SAFE = (3, 51, 3)
_LIBRARY = "eventsourcing.sqlite"


def install() -> None:
    """Puts ``pysqlite3`` under ``sqlite3``. Raises SettingsError when it is too late or too old."""
    driver = import_module("pysqlite3")
    check(driver.sqlite_version_info)
    library: ModuleType | None = sys.modules.get(_LIBRARY)
    if library is not None and library.sqlite3 is not driver:
        raise SettingsError(
            "eventsourcing.sqlite is eerder geladen dan shared.record.sqlite en gebruikt daardoor "
            "de SQLite van dit systeem. Importeer shared.record.sqlite eerst."
        )
    sys.modules["sqlite3"] = driver
    sys.modules["sqlite3.dbapi2"] = import_module("pysqlite3.dbapi2")


def check(version: tuple[int, int, int]) -> None:
    """Raises SettingsError for a SQLite that can corrupt a database."""
    if version < OLDEST_SAFE:
        raise SettingsError(
            f"SQLite {'.'.join(map(str, version))} kan een database beschadigen (WAL-reset-fout). "
            "Installeer pysqlite3 0.6.1 of nieuwer: pip install -U pysqlite3."
        )
