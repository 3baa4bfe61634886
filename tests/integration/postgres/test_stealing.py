"""A service that was taken over gets no further in PostgreSQL than its own schema.

Each statement is tried with the login of one service, on a town that has lived.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from secrets import token_hex

import psycopg
import pytest
from psycopg.conninfo import make_conninfo

from shared.service.settings import Settings
from tests.integration.postgres.conftest import MakeSettings
from tests.integration.postgres.seeded import Seeded
from tests.integration.postgres.test_town_on_postgres import a_family_s_days, looks_around

pytestmark = pytest.mark.real_postgres
STEALING = [
    # What is another service's.
    "SELECT * FROM plans.stored_events",
    "SELECT * FROM plans.followed",
    "SELECT * FROM plans.access_log",
    "SELECT * FROM notifications.agenda",
    "SELECT * FROM notifications.dead_letter",
    "SELECT plans.grant_service('SELECT', 'stored_events')",
    "SET ROLE vangnet_plans",
    "GRANT vangnet_plans TO CURRENT_USER",
    # The files and the machine of the server.
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY evaluations.followed TO '/tmp/stolen'",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT pg_ls_waldir()",
    "SELECT lo_import('/etc/passwd')",
    "CREATE EXTENSION dblink",
    # A trap for whoever comes by later: the owner who migrates, or another service.
    "CREATE FUNCTION evaluations.now() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION evaluations.refuse() RETURNS trigger LANGUAGE plpgsql"
    " AS 'BEGIN RETURN NULL; END'",
    "CREATE TABLE evaluations.trap (x int)",
    "CREATE SCHEMA trap",
    "CREATE TRIGGER trap BEFORE INSERT ON evaluations.stored_events FOR EACH ROW"
    " EXECUTE FUNCTION evaluations.refuse('x')",
    "ALTER ROLE vangnet_plans SET search_path = trap",
    # The guards of its own record.
    "SET session_replication_role = replica",
    "ALTER TABLE evaluations.stored_events DISABLE TRIGGER ALL",
    "DELETE FROM evaluations.stored_events",
    "UPDATE evaluations.access_log SET entry = '{}'",
    "TRUNCATE evaluations.access_log",
    "DROP TABLE evaluations.leaf",
    # What others ask, and what they said.
    "SET log_statement = 'all'",
    "SELECT pg_reload_conf()",
    "SELECT * FROM pg_authid",
]
KEYS = ["SELECT * FROM plans.data_key", "SELECT * FROM notifications.data_key"]
REFUSED = psycopg.errors.InsufficientPrivilege, psycopg.IntegrityError


@pytest.fixture
def town(settings_on: MakeSettings) -> Settings:
    """A town that has lived, with another service connected to it."""
    settings = settings_on("postgres")
    at = Seeded(settings)
    looks_around(at, a_family_s_days(at))
    at.town.close()
    return settings


@contextmanager
def logged_in(settings: Settings) -> Iterator[tuple[str, str]]:
    """The addresses of both databases for the login of evaluations, as roles.sql makes it."""
    user, password = f"login_{token_hex(6)}", token_hex()
    with psycopg.connect(str(settings.database), autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {user} LOGIN PASSWORD '{password}' IN ROLE vangnet_evaluations")
        try:
            events, keys = (
                make_conninfo(str(address), user=user, password=password)
                for address in (settings.database, settings.key_database)
            )
            yield events, keys
        finally:
            owner.execute(f"DROP ROLE {user}")


def test_nothing_is_stolen_with_the_login_of_one_service(town: Settings) -> None:
    """Design 8, least privilege: not read, not trapped, not unguarded, and it does its own work."""
    with logged_in(town) as (events, keys):
        attempts = [(events, each) for each in STEALING] + [(keys, each) for each in KEYS]
        assert [each for address, each in attempts if not refused(address, each)] == []
        assert not refused(events, "SELECT * FROM evaluations.stored_events")
        assert not refused(keys, "SELECT * FROM evaluations.data_key")


def test_what_others_ask_is_not_seen(town: Settings) -> None:
    """pg_stat_activity shows a service the statements of nobody else."""
    with (
        logged_in(town) as (events, _),
        closing(psycopg.connect(str(town.database))) as other,
        closing(psycopg.connect(events)) as login,
    ):
        other.execute("SELECT 'geheim adres'")
        rows = login.execute("SELECT query FROM pg_stat_activity").fetchall()
    assert len(rows) > 1
    assert not any("geheim adres" in query for (query,) in rows if query)


def refused(address: str, statement: str) -> bool:
    """Whether the server refuses it; an attempt that succeeds is undone."""
    with closing(psycopg.connect(address)) as connection:
        try:
            connection.execute(statement)
        except REFUSED:
            return True
        return False
