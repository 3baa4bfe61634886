"""What a lease promises: one holder, and a new one when the holder is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest

from shared.record.postgres.lease import Lease
from tests.parts.postgres import PostgresServer, Schema

pytestmark = pytest.mark.real_postgres
Make = Callable[[], Lease]


@pytest.fixture
def lease(schema: Schema) -> Iterator[Make]:
    """Makes a lease of the same name each time, as another process would."""
    made: list[Lease] = []

    def make() -> Lease:
        made.append(Lease(schema.events, f"{schema.name} follows"))
        return made[-1]

    yield make
    for each in made:
        each.release()


def test_one_holds_it_until_it_is_released(lease: Make):
    """Then another one may take it."""
    one, other = lease(), lease()
    assert not one.held()
    assert one.try_take()
    assert one.try_take()
    assert one.held()
    assert not other.try_take()
    assert not other.held()
    one.release()
    assert not one.held()
    assert other.try_take()


def test_other_names_are_other_leases(lease: Make, schema: Schema):
    """Each service has its own."""
    assert lease().try_take()
    other = Lease(schema.events, "something else")
    assert other.try_take()
    other.release()


def test_who_is_cut_off_no_longer_holds_it_and_can_take_it_again(lease: Make, schema: Schema):
    """A holder that lost its connection knows when it asks."""
    one, other = lease(), lease()
    one.try_take()
    with psycopg.connect(schema.events, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        )
    assert not one.held()
    assert other.try_take()
    assert not one.try_take()


@pytest.mark.faults
def test_without_a_server_nobody_holds_it(lease: Make, postgres_server: PostgresServer):
    """Asking is not an error, and once the server is back it can be taken."""
    one = lease()
    one.try_take()
    postgres_server.kill9()
    assert not one.held()
    assert not one.try_take()
    postgres_server.start()
    assert one.try_take()
