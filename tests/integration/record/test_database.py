"""What a connection to a SQLite file promises."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from eventsourcing.persistence import IntegrityError, InterfaceError

from shared.record.sqlite.database import SqliteDatabase


@pytest.fixture
def database(tmp_path: Path) -> Iterator[SqliteDatabase]:
    opened = SqliteDatabase(tmp_path / "some.db")
    with opened.transaction(commit=True) as cursor:
        cursor.execute("CREATE TABLE a (x PRIMARY KEY)")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("secure_delete", 1),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
    ],
)
def test_every_connection_is_durable_and_guarded(
    database: SqliteDatabase, pragma: str, value: object
):
    """The first of the pool, and the second, which a reader gets beside a writer."""
    with (
        database.transaction(commit=True) as writing,
        database.transaction(commit=False) as reading,
    ):
        for cursor in (writing, reading):
            cursor.execute(f"PRAGMA {pragma}")
            assert cursor.fetchone()[0] == value


def test_a_writer_that_reads_first_is_never_too_late_to_write(database: SqliteDatabase):
    """Two databases on one file, each reading before it writes: nobody is told 'locked'."""
    other = SqliteDatabase(database.path)

    def count(own: SqliteDatabase) -> None:
        for _ in range(50):
            with own.transaction(commit=True) as cursor:
                cursor.execute("SELECT coalesce(max(x), 0) FROM a")
                cursor.execute("INSERT INTO a VALUES (?)", (cursor.fetchone()[0] + 1,))

    threads = [threading.Thread(target=count, args=(own,)) for own in (database, other, database)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.transaction(commit=False) as cursor:
        cursor.execute("SELECT max(x) FROM a")
        assert cursor.fetchone()[0] == 150
    other.close()


def test_readers_do_not_wait_for_a_writer_nor_for_those_behind_it(database: SqliteDatabase):
    """With one thread writing and another waiting to, a read goes on."""
    with database.transaction(commit=True) as cursor:
        cursor.execute("INSERT INTO a VALUES (1)")
        waiting = threading.Thread(target=_write, args=(database, 2))
        waiting.start()
        waiting.join(0.05)
        with database.transaction(commit=False) as reading:
            reading.execute("SELECT count(*) FROM a")
            assert reading.fetchone()[0] == 0
    waiting.join()


def test_an_error_undoes_the_transaction_and_comes_out_as_the_librarys(database: SqliteDatabase):
    """So that nobody has to know the driver."""
    _write(database, 1)
    with pytest.raises(IntegrityError), database.transaction(commit=True) as cursor:
        cursor.execute("INSERT INTO a VALUES (2)")
        cursor.execute("INSERT INTO a VALUES (1)")
    with database.transaction(commit=False) as cursor:
        cursor.execute("SELECT count(*) FROM a")
        assert cursor.fetchone()[0] == 1


def test_a_connection_that_could_not_be_made_does_not_block_the_next_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """One moment without file handles is not the end of the process."""
    with closing(SqliteDatabase(tmp_path / "some.db")) as database:
        with monkeypatch.context() as failing:
            failing.setattr(database.pool, "db_name", str(tmp_path / "nowhere" / "some.db"))
            with pytest.raises(InterfaceError):
                _write(database, 1)
        with database.transaction(commit=True) as cursor:
            cursor.execute("CREATE TABLE a (x)")


def test_the_log_is_emptied_though_another_process_is_just_then_moving_it(
    database: SqliteDatabase,
):
    """SQLite itself does not wait for that: it answers at once that it is busy."""
    slept: list[float] = []
    with ExitStack() as reader:
        cursor = reader.enter_context(database.transaction(commit=False))
        cursor.execute("SELECT count(*) FROM a")
        _write(database, 1)
        moving = threading.Thread(target=database.forget_deleted)
        moving.start()
        _wait_until_it_moves(database.path)

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            reader.close()
            moving.join()

        with closing(SqliteDatabase(database.path, sleep)) as other:
            other.forget_deleted()
    assert len(slept) == 1
    assert Path(f"{database.path}-wal").stat().st_size == 0


def _wait_until_it_moves(path: Path) -> None:
    """Until another connection holds the lock of whoever moves the log into the file."""
    with closing(sqlite3.connect(path)) as looking:
        while looking.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()[1] >= 0:
            time.sleep(0.001)


def _write(database: SqliteDatabase, number: int) -> None:
    with database.transaction(commit=True) as cursor:
        cursor.execute("INSERT INTO a VALUES (?)", (number,))
