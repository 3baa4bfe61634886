"""What the database lets a service do there, whatever is wrong with the service: its work only."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from uuid import UUID

import psycopg
import pytest

from shared.eventbase.sealed import CORE
from shared.record.postgres.database import PostgresDatabase
from tests.contract.record.family import act, agreed
from tests.contract.record.stores import PostgresStore
from tests.parts.postgres import Schema

pytestmark = pytest.mark.real_postgres
REFUSED = psycopg.errors.InsufficientPrivilege, psycopg.IntegrityError


def attempt(address: str, schema: str, statement: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"SET search_path = {schema}")
        connection.execute(statement)


def test_the_service_does_its_work_as_a_member_of_its_role(
    postgres_store: PostgresStore, plan: UUID
):
    """Append, read, audit, make and destroy keys, rotate: nothing of it needs more rights."""
    with closing(postgres_store.open(simulated=True)) as record:
        record.append([act(agreed(plan, 1))])
        assert len(record.of_plan(plan)) == 1
        assert record.audit() == []
        record.keys.rotate()
        record.keys.destroy(plan, [CORE])


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM data_key",
        "TRUNCATE data_key",
        "UPDATE data_key SET plan_id = 'another'",
        "UPDATE data_key SET wrapped = 'again' WHERE wrapped IS NULL",
        "ALTER TABLE data_key DISABLE TRIGGER ALL",
        "DROP TABLE data_key",
        "INSERT INTO migration VALUES ('keys', 9, 'mine', '')",
        "CREATE TABLE mine (x int)",
    ],
)
def test_what_it_could_do_to_its_keys_is_make_wrap_and_destroy_them(
    postgres_store: PostgresStore, plan: UUID, statement: str
):
    """A destroyed key does not come back, and no row goes away."""
    with closing(postgres_store.open()) as record:
        record.append([act(agreed(plan, 1))])
        record.keys.destroy(plan, [CORE])
    with pytest.raises(REFUSED):
        attempt(postgres_store.service.keys, postgres_store.schema.name, statement)


def test_it_reads_nothing_of_another_service(
    postgres_store: PostgresStore, fresh_schema: Callable[[], Schema], tmp_path
):
    """Events and keys of each service are its own."""
    other = PostgresStore(fresh_schema(), tmp_path / "other").schema
    for address, table in (
        (postgres_store.service.events, "stored_events"),
        (postgres_store.service.keys, "data_key"),
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            attempt(address, other.name, f"SELECT * FROM {other.name}.{table}")


def test_a_migration_by_somebody_who_may_not_make_roles_goes_on_without_one(schema: Schema):
    """Then the service runs as the owner of its tables."""
    with psycopg.connect(schema.events, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {schema.name}_login LOGIN PASSWORD 'x'")
        connection.execute(f"CREATE SCHEMA {schema.name} AUTHORIZATION {schema.name}_login")
    owner = psycopg.conninfo.make_conninfo(schema.events, user=f"{schema.name}_login", password="x")
    with closing(PostgresDatabase(owner, schema.name)) as database:
        with database.transaction(commit=True) as cursor:
            database.prepare(cursor)
            cursor.execute("CREATE TABLE a (x int)")
            cursor.execute("SELECT grant_service('SELECT', 'a')")
        with database.transaction(commit=False) as cursor:
            assert database.has_table(cursor, "a")
