"""A town on PostgreSQL is the town on SQLite: it answers the same bytes, and survives a restart."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import psycopg
import pytest
from msgspec import structs
from psycopg.conninfo import make_conninfo

from shared.feed.rebuild import Rebuild
from shared.record.errors import SettingsError
from shared.service.service import Service
from shared.service.settings import Settings
from tests.integration.postgres.conftest import MakeSettings
from tests.integration.postgres.seeded import EVALUATIONS, NOTIFICATIONS, PLANS, START, Seeded

pytestmark = pytest.mark.real_postgres
NOON = START + timedelta(days=30, hours=3)
LOOKS = {
    PLANS: ("/veiligheidsplan", "/veiligheidsplan/versies", "/personen", "/geschiedenis"),
    EVALUATIONS: ("/tijdlijn",),
    NOTIFICATIONS: ("/berichten", "/informeringen"),
}


def a_family_s_days(at: Seeded) -> str:
    """A dossier, a plan in force, an incident, and who must be told of it; the plan."""
    opened = at.ask("POST", f"{PLANS}/dossiers", {"gronden": ["huiselijk-geweld-volwassenen"]})
    plan: str = opened["planId"]
    dossier = f"{PLANS}/dossiers/{plan}"
    added = at.ask("POST", f"{dossier}/personen", {"naam": "Stefan", "soort": "gezin"})
    person = added["onderdelen"][0]
    agreement = {
        "wat": "Stefan heeft geen contact",
        "doel": "directe-veiligheid",
        "geldigVanaf": "2025-03-10",
        "wie": [person],
    }
    at.ask("POST", f"{dossier}/afspraken", agreement, **{"Idempotency-Key": '"afspraak-1"'})
    at.ask("POST", f"{dossier}/vaststellingen", {"pad": "acuut"})
    at.town.step_all()
    incident = {"wat": "Er was ruzie", "melder": person}
    at.ask("POST", f"{EVALUATIONS}/dossiers/{plan}/voorvallen", incident)
    at.ask("POST", f"{dossier}/afspraken", {**agreement, "doel": "verkeerd"})
    at.town.step_all()
    return plan


def looks_around(at: Seeded, plan: str) -> None:
    """Everything that a worker can read of it at one moment, and every service's feed."""
    at.clock.set(NOON, back=True)
    for base, paths in LOOKS.items():
        for path in paths:
            at.ask("GET", f"{base}/dossiers/{plan}{path}")
        at.ask("GET", f"{base}/gebeurtenissen")
    at.ask("GET", f"{PLANS}/dossiers")
    assert [status for status, *_ in at.answers[-11:]] == [200] * 11


def test_it_gives_the_same_bytes_as_on_sqlite(settings_on: MakeSettings) -> None:
    """The same requests at the same moments with the same ids: status, headers and body."""
    towns = {kind: Seeded(settings_on(kind)) for kind in ("sqlite", "postgres")}
    for at in towns.values():
        plan = a_family_s_days(at)
        looks_around(at, plan)
        at.town.close()
    answers = {kind: at.answers for kind, at in towns.items()}
    assert answers["postgres"] == answers["sqlite"]


def test_what_was_followed_and_recorded_is_there_after_a_restart(settings_on: MakeSettings) -> None:
    """The fingerprints are the same, and so is every answer; a rebuild gives them again."""
    at = Seeded(settings_on("postgres"))
    plan = a_family_s_days(at)
    before = at.digests()
    assert all(digest.rows > 0 for digest in before.values())
    at.answers.clear()
    looks_around(at, plan)
    first = list(at.answers)
    at.restart()
    at.town.step_all()
    assert at.digests() == before
    for _ in range(2):
        at.answers.clear()
        looks_around(at, plan)
        assert at.answers == first
        for service in at.town.services:
            rebuild(at, service)
        assert at.digests() == before
    at.town.close()


def rebuild(at: Seeded, service: Service) -> None:
    """Empties what a service followed, and follows all of it again."""
    for name in service.followers:
        assert service.inbox is not None
        for _ in Rebuild(at.town.by_name[name].source, service.inbox).run():
            pass


def test_the_clock_of_the_database_counts_unless_time_is_simulated(
    settings_on: MakeSettings,
) -> None:
    """Several processes record, and their own clocks differ."""
    years = []
    for simulated in (True, False):
        at = Seeded(structs.replace(settings_on("postgres"), simulated=simulated))
        at.ask("POST", f"{PLANS}/dossiers", {"gronden": ["huiselijk-geweld-volwassenen"]})
        last = at.town.by_name["plans"].acting.record.last().recorded_at
        years.append(last is not None and last.year)
        at.town.close()
    assert years[0] == START.year < years[1]


def test_events_and_keys_are_in_databases_of_their_own(settings_on: MakeSettings) -> None:
    """Whoever has a copy of the one cannot read it; each service has its own schema in both."""
    settings = settings_on("postgres")
    at = Seeded(settings)
    a_family_s_days(at)
    at.town.close()
    assert _tables(str(settings.database), "data_key") == set()
    assert _tables(str(settings.key_database), "stored_events") == set()
    services = {"plans", "evaluations", "notifications"}
    for table in ("stored_events", "access_log", "followed"):
        assert _tables(str(settings.database), table) == services
    assert _tables(str(settings.key_database), "data_key") == services
    assert _tables(str(settings.database), "agenda") == {"notifications"}
    assert list(settings.folder.rglob("*.db")) == []


def test_a_store_that_was_not_migrated_says_what_to_do(settings_on: MakeSettings) -> None:
    """And leaves no connection open."""
    settings = settings_on("postgres")
    at = Seeded(settings)
    at.town.close()
    with psycopg.connect(str(settings.database), autocommit=True) as connection:
        connection.execute("DELETE FROM evaluations.migration WHERE component = 'access'")
    with pytest.raises(SettingsError, match="vangnet migrate"):
        at.open()
    with psycopg.connect(str(settings.database), autocommit=True) as connection:
        open_there = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        assert connection.execute(open_there).fetchone() == (1,)


def _tables(address: str, table: str) -> set[str]:
    query = "SELECT schemaname FROM pg_tables WHERE tablename = %s"
    with psycopg.connect(address) as connection:
        return {schema for (schema,) in connection.execute(query, (table,))}


def test_services_need_no_more_rights_than_their_roles_have(settings_on: MakeSettings) -> None:
    """The operator's own user makes the tables; a service cannot drop, change or empty them."""
    owner = settings_on("postgres")
    made = Seeded(owner)
    made.town.close()
    with as_member(owner) as member:
        at = Seeded(member, migrate=False)
        looks_around(at, a_family_s_days(at))
        for service in at.town.services:
            rebuild(at, service)
        assert all(digest.rows > 0 for digest in at.digests().values())
        at.town.close()
        with (
            pytest.raises(psycopg.errors.InsufficientPrivilege),
            psycopg.connect(str(member.database)) as connection,
        ):
            connection.execute("CREATE TABLE plans.own (id int)")


@contextmanager
def as_member(settings: Settings) -> Iterator[Settings]:
    """The same deployment for a user who is no more than a member of the services' roles."""
    user = f"member_{uuid4().hex[:12]}"
    assert settings.database is not None and settings.key_database is not None
    with psycopg.connect(settings.database, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {user} NOLOGIN")
        connection.execute(
            f"GRANT vangnet_plans, vangnet_evaluations, vangnet_notifications TO {user}"
        )
        yield structs.replace(
            settings,
            database=make_conninfo(settings.database, options=f"-c role={user}"),
            key_database=make_conninfo(settings.key_database, options=f"-c role={user}"),
        )
        connection.execute(f"DROP ROLE {user}")
