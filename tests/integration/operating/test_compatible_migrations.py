"""Which newer database an older version still works on (docs/decisions/0015)."""

from __future__ import annotations

from pathlib import Path

import pytest

from shared.record.database import Database
from shared.record.errors import SettingsError
from shared.record.migrate import migrate, pending
from tests.integration.record.test_migrations import database as database
from tests.integration.record.test_migrations import folder as folder
from tests.integration.record.test_migrations import place as place
from tests.integration.record.test_migrations import write


def forget(folder: Path, name: str) -> None:
    """The software becomes that of before this migration."""
    for dialect in ("sqlite", "postgres"):
        (folder / dialect / f"{name}.sql").unlink()


def test_an_older_version_works_on_a_database_that_was_expanded(
    database: Database, folder: Path
) -> None:
    """It may start and migrate, which changes nothing; the newer one finds nothing missing."""
    write(folder, "0002_expand_more", "CREATE TABLE b (x int);")
    migrate(database, "it", folder)
    forget(folder, "0002_expand_more")
    assert pending(database, "it", folder) == []
    assert migrate(database, "it", folder) == []


def test_it_does_not_work_on_one_that_was_changed_in_any_other_way(
    database: Database, folder: Path
) -> None:
    """Also when it was expanded before or after that."""
    write(folder, "0002_expand_more", "CREATE TABLE b (x int);")
    write(folder, "0003_less", "DROP TABLE b;")
    migrate(database, "it", folder)
    forget(folder, "0003_less")
    forget(folder, "0002_expand_more")
    with pytest.raises(SettingsError, match="kent migratie 0003_less"):
        pending(database, "it", folder)
