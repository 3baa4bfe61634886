"""Migrations run once, in order, and never change afterwards, whatever the database."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from shared.record.database import Database
from shared.record.errors import SettingsError
from shared.record.migrate import migrate, pending
from shared.record.postgres.database import PostgresDatabase
from shared.record.sqlite.database import SqliteDatabase
from tests.contract.record.stores import SqliteStore

Open = Callable[[], Database]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.real_postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens one empty database of each kind, as often as it is called."""
    opened: list[Database] = []

    def in_sqlite() -> Database:
        return SqliteDatabase(tmp_path / "some.db")

    def in_postgres() -> Database:
        schema = request.getfixturevalue("schema")
        return PostgresDatabase(schema.events, schema.name)

    def open_one() -> Database:
        opened.append(in_sqlite() if request.param == "sqlite" else in_postgres())
        return opened[-1]

    yield open_one
    for database in opened:
        database.close()


@pytest.fixture
def database(place: Open) -> Database:
    return place()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for dialect in ("sqlite", "postgres"):
        made = tmp_path / "migrations" / dialect
        made.mkdir(parents=True)
        (made / "notes.txt").write_text("no migration")
    write(
        tmp_path / "migrations", "0001_first", "CREATE TABLE a (x int);\nINSERT INTO a VALUES (1);"
    )
    return tmp_path / "migrations"


def write(folder: Path, name: str, sql: str) -> None:
    """A migration for every dialect."""
    for dialect in ("sqlite", "postgres"):
        (folder / dialect / f"{name}.sql").write_text(sql)


def test_what_is_missing_is_applied_once(database: Database, folder: Path):
    """Again is nothing; a new file is only itself; each component counts on its own."""
    assert [m.name for m in pending(database, "it", folder)] == ["first"]
    assert [m.name for m in migrate(database, "it", folder)] == ["first"]
    assert migrate(database, "it", folder) == []
    write(folder, "0002_second", "INSERT INTO a VALUES (2);")
    assert [m.number for m in pending(database, "it", folder)] == [2]
    assert [m.name for m in migrate(database, "it", folder)] == ["second"]
    assert pending(database, "it", folder) == []
    assert len(pending(database, "other", folder)) == 2


def test_a_migration_that_fails_leaves_nothing_behind(database: Database, folder: Path):
    """Nor do those before it in the same run."""
    write(folder, "0002_wrong", "INSERT INTO nowhere VALUES (1);")
    with pytest.raises(Exception, match="nowhere"):
        migrate(database, "it", folder)
    assert len(pending(database, "it", folder)) == 2


def test_two_that_migrate_at_once_do_it_once(place: Open, folder: Path):
    """Every replica of a service may run it at its start."""
    done: list[int] = []

    def run(database: Database) -> None:
        done.append(len(migrate(database, "it", folder)))

    threads = [threading.Thread(target=run, args=(place(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, 0, 0, 1]


def test_a_migration_that_was_changed_afterwards_is_refused(database: Database, folder: Path):
    """Two databases of the same version would differ."""
    migrate(database, "it", folder)
    write(folder, "0001_first", "CREATE TABLE b (x);")
    for check in (pending, migrate):
        with pytest.raises(SettingsError, match="0001_first"):
            check(database, "it", folder)


def test_a_database_that_is_newer_than_the_software_is_refused(database: Database, folder: Path):
    """An older version does not know what it would break."""
    write(folder, "0002_second", "INSERT INTO a VALUES (2);")
    migrate(database, "it", folder)
    (folder / database.dialect / "0002_second.sql").unlink()
    with pytest.raises(SettingsError, match="nieuwere versie"):
        pending(database, "it", folder)


def test_a_gap_in_the_numbers_is_refused(database: Database, folder: Path):
    """A file that was forgotten shows at once."""
    write(folder, "0003_third", "INSERT INTO a VALUES (3);")
    with pytest.raises(SettingsError, match="doorlopend"):
        migrate(database, "it", folder)


def test_the_records_own_migrations_can_be_run_again(store: SqliteStore):
    """An installation that runs ``migrate`` at every start loses nothing by it."""
    again = SqliteStore(store.folder)
    again.open().close()
