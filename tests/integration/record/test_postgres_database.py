"""What a connection to a PostgreSQL schema promises."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing

import psycopg
import pytest
from eventsourcing.persistence import IntegrityError, InternalError, OperationalError

from shared.record.errors import SettingsError
from shared.record.postgres.cursor import PostgresCursor
from shared.record.postgres.database import PostgresDatabase
from tests.parts.postgres import PostgresServer, Schema

pytestmark = pytest.mark.real_postgres


@pytest.fixture
def database(schema: Schema) -> Iterator[PostgresDatabase]:
    opened = PostgresDatabase(schema.events, schema.name)
    with opened.transaction(commit=True) as cursor:
        opened.prepare(cursor)
        cursor.execute("CREATE TABLE a (x integer PRIMARY KEY)")
    yield opened
    opened.close()


def test_what_is_committed_is_there_for_another_process(database: PostgresDatabase, schema: Schema):
    """In the schema it was opened for."""
    write(database, 1)
    with closing(PostgresDatabase(schema.events, schema.name)) as other:
        assert numbers(other) == [1]


def test_an_error_undoes_the_transaction_and_comes_out_as_the_librarys(database: PostgresDatabase):
    """So that nobody has to know the driver."""
    write(database, 1)
    with pytest.raises(IntegrityError), database.transaction(commit=True) as cursor:
        cursor.execute("INSERT INTO a VALUES (?)", (2,))
        cursor.execute("INSERT INTO a VALUES (?)", (1,))
    assert numbers(database) == [1]


def test_an_error_that_was_passed_over_is_never_taken_for_a_commit(database: PostgresDatabase):
    """The server answers COMMIT with ROLLBACK then, and says nothing else."""
    with pytest.raises(OperationalError), database.transaction(commit=True) as cursor:
        cursor.execute("INSERT INTO a VALUES (?)", (2,))
        with pytest.raises(psycopg.Error):
            cursor.execute("SELECT nonsense")
            cursor.fetchone()
    assert numbers(database) == []


def test_what_only_reads_cannot_write(database: PostgresDatabase):
    """A forgotten ``commit`` is an error and no surprise."""
    with pytest.raises(InternalError), database.transaction(commit=False) as cursor:
        cursor.execute("INSERT INTO a VALUES (?) RETURNING x", (1,))
        cursor.fetchone()


def test_who_is_alone_on_a_table_is_so_from_the_first_answer_on(database: PostgresDatabase):
    """Others that want the same wait; readers do not."""
    order: list[str] = []

    def second() -> None:
        with database.transaction(commit=True, alone="a") as cursor:
            cursor.execute("SELECT count(*) FROM a")
            order.append(f"second finds {cursor.fetchone()[0]}")

    with database.transaction(commit=True, alone="a") as cursor:
        cursor.execute("SELECT count(*) FROM a")
        order.append(f"first finds {cursor.fetchone()[0]}")
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.2)
        assert numbers(database) == []
        cursor.execute("INSERT INTO a VALUES (?)", (1,))
    waiting.join()
    assert order == ["first finds 0", "second finds 1"]


def test_percent_signs_and_many_statements_are_carried_out_in_order(database: PostgresDatabase):
    """Also when they travel together, more than fit in one journey."""
    with database.transaction(commit=True) as cursor:
        for number in range(1100):
            cursor.execute("INSERT INTO a VALUES (? % 2000)", (number,))
        cursor.execute("SELECT count(*), 'x%' LIKE 'x%' FROM a")
        assert cursor.fetchone() == (1100, True)


def test_a_server_that_was_restarted_is_found_again(
    database: PostgresDatabase, postgres_server: PostgresServer
):
    """Every connection in the pool was lost, and nobody restarts us."""
    threads = [threading.Thread(target=write, args=(database, n)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    postgres_server.kill9()
    postgres_server.start()
    write(database, 8)
    assert numbers(database) == list(range(9))


def test_a_server_that_is_away_for_a_moment_is_waited_for(
    database: PostgresDatabase, postgres_server: PostgresServer
):
    """A restart takes a few seconds."""
    write(database, 1)
    with database.transaction(commit=False) as cursor:
        postgres_server.kill9()
        # The server's processes outlive it a moment, and would still take our words.
        with pytest.raises(psycopg.OperationalError):
            wait_for_the_end(cursor)
    starting = threading.Timer(1.5, postgres_server.start)
    starting.start()
    write(database, 2)
    starting.join()
    assert numbers(database) == [1, 2]


@pytest.mark.parametrize(
    ("conninfo", "schema"),
    [
        ("host=127.0.0.1 port=1 dbname=x password=geheim", "plans"),
        ("no address", "plans"),
        ("", "Or;"),
    ],
)
def test_an_address_that_is_wrong_is_named_without_its_password(conninfo: str, schema: str):
    """With what to do about it."""
    with pytest.raises(SettingsError) as refused:
        PostgresDatabase(conninfo, schema)
    assert "geheim" not in str(refused.value)


def test_opening_needs_no_right_to_write(fresh_schema: Callable[[], Schema]):
    """A schema that is not there yet is opened, so that it can be made."""
    made = fresh_schema()
    database = PostgresDatabase(made.events, made.name)
    with closing(database), database.transaction(commit=False) as cursor:
        assert not database.has_table(cursor, "migration")


def wait_for_the_end(cursor: PostgresCursor) -> None:
    """Asks the same connection until nobody answers."""
    while True:
        cursor.execute("SELECT pg_sleep(0.05)")
        cursor.fetchone()


def write(database: PostgresDatabase, number: int) -> None:
    with database.transaction(commit=True) as cursor:
        cursor.execute("INSERT INTO a VALUES (?)", (number,))


def numbers(database: PostgresDatabase) -> list[int]:
    with database.transaction(commit=False) as cursor:
        cursor.execute("SELECT x FROM a ORDER BY x")
        return [row[0] for row in cursor.fetchall()]
