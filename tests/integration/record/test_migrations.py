"""Migrations run once, in order, and never change afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shared.record.errors import SettingsError
from shared.record.sqlite.database import SqliteDatabase
from shared.record.sqlite.migrate import migrate, pending
from tests.contract.record.stores import SqliteStore


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqliteDatabase]:
    opened = SqliteDatabase(tmp_path / "some.db")
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "migrations"
    made.mkdir()
    (made / "0001_first.sql").write_text("CREATE TABLE a (x);\nINSERT INTO a VALUES (1);\n")
    (made / "notes.txt").write_text("no migration")
    return made


def test_what_is_missing_is_applied_once(database: SqliteDatabase, folder: Path):
    """Again is nothing; a new file is only itself; each component counts on its own."""
    assert [m.name for m in pending(database, "it", folder)] == ["first"]
    assert [m.name for m in migrate(database, "it", folder)] == ["first"]
    assert migrate(database, "it", folder) == []
    (folder / "0002_second.sql").write_text("INSERT INTO a VALUES (2);")
    assert [m.number for m in pending(database, "it", folder)] == [2]
    assert [m.name for m in migrate(database, "it", folder)] == ["second"]
    assert pending(database, "it", folder) == []
    assert len(pending(database, "other", folder)) == 2


def test_a_migration_that_fails_leaves_nothing_behind(database: SqliteDatabase, folder: Path):
    """Nor do those before it in the same run."""
    (folder / "0002_wrong.sql").write_text("INSERT INTO nowhere VALUES (1);")
    with pytest.raises(Exception, match="nowhere"):
        migrate(database, "it", folder)
    assert len(pending(database, "it", folder)) == 2


def test_a_migration_that_was_changed_afterwards_is_refused(database: SqliteDatabase, folder: Path):
    """Two databases of the same version would differ."""
    migrate(database, "it", folder)
    (folder / "0001_first.sql").write_text("CREATE TABLE b (x);")
    for check in (pending, migrate):
        with pytest.raises(SettingsError, match="0001_first"):
            check(database, "it", folder)


def test_a_database_that_is_newer_than_the_software_is_refused(
    database: SqliteDatabase, folder: Path
):
    """An older version does not know what it would break."""
    (folder / "0002_second.sql").write_text("INSERT INTO a VALUES (2);")
    migrate(database, "it", folder)
    (folder / "0002_second.sql").unlink()
    with pytest.raises(SettingsError, match="nieuwere versie"):
        pending(database, "it", folder)


def test_a_gap_in_the_numbers_is_refused(database: SqliteDatabase, folder: Path):
    """A file that was forgotten shows at once."""
    (folder / "0003_third.sql").write_text("INSERT INTO a VALUES (3);")
    with pytest.raises(SettingsError, match="doorlopend"):
        migrate(database, "it", folder)


def test_the_records_own_migrations_can_be_run_again(store: SqliteStore):
    """An installation that runs ``migrate`` at every start loses nothing by it."""
    again = SqliteStore(store.folder)
    again.open().close()
