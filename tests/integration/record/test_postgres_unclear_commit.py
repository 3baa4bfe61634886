"""A commit whose answer got lost is read again, once it is over, before it is judged."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from eventsourcing.persistence import OperationalError
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from deploy.broker.local_kafka import free_ports
from shared.record.appending import Appended, VersionConflict
from shared.record.postgres.open_record import open_postgres_record
from shared.record.record import Record
from tests.contract.record.family import act, agreed
from tests.contract.record.stores import PostgresStore, terms
from tests.parts.postgres import PostgresServer
from tests.parts.proxy import ChaosProxy

pytestmark = [pytest.mark.real_postgres, pytest.mark.faults]
SLOW = 1.0
# Sleeps within the COMMIT, before it is carried out.
SLOW_COMMIT = f"""
CREATE FUNCTION sleep() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN PERFORM pg_sleep({SLOW}); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON leaf DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION sleep();
"""


@pytest.fixture
def port() -> int:
    """Where the proxy listens."""
    return free_ports(1)[0]


@pytest.fixture
def proxy(postgres_server: PostgresServer, port: int) -> Iterator[ChaosProxy]:
    to = conninfo_to_dict(postgres_server.conninfo())
    if to.get("host") != "127.0.0.1":
        pytest.skip("de server van TEST_POSTGRES draait niet op deze machine")
    made = ChaosProxy(port, int(to["port"]), seed=0)
    yield made
    made.close()


@pytest.fixture
def record(
    postgres_store: PostgresStore, proxy: ChaosProxy, port: int, plan: UUID
) -> Iterator[Record]:
    """One event in a record that is reached through the proxy."""
    events = make_conninfo(postgres_store.service.events, port=port)
    place = events, postgres_store.service.keys, postgres_store.schema.name, postgres_store.folder
    opened = open_postgres_record(*place, terms())
    opened.append([act(agreed(plan, 1))])
    with psycopg.connect(postgres_store.schema.events, autocommit=True) as owner:
        owner.execute(f"SET search_path = {postgres_store.schema.name}")
        owner.execute(SLOW_COMMIT)
    yield opened
    opened.close()


def test_a_commit_that_goes_on_without_us_is_waited_for(
    record: Record, proxy: ChaosProxy, plan: UUID
):
    """The connection breaks while the server is committing: it was recorded, and we say so."""

    def cut() -> None:
        proxy.refuse()
        proxy.heal()

    cutting = threading.Timer(SLOW / 2, cut)
    cutting.start()
    outcomes = record.append([act(agreed(plan, 2)), act(agreed(plan, 2))])
    cutting.join()
    assert isinstance(outcomes[0], Appended)
    assert isinstance(outcomes[1], VersionConflict)
    assert [r.stamp.seq for r in record.of_plan(plan)] == [1, 2]
    assert record.audit() == []


def test_a_commit_that_was_broken_off_is_an_error_and_can_be_sent_again(
    record: Record, postgres_store: PostgresStore, plan: UUID
):
    """Nothing of it is there."""

    def end() -> None:
        name = f"vangnet {postgres_store.schema.name}"
        with psycopg.connect(postgres_store.schema.events, autocommit=True) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE application_name = %s AND state = 'active'",
                (name,),
            )

    ending = threading.Timer(SLOW / 2, end)
    ending.start()
    late = act(agreed(plan, 2))
    with pytest.raises(OperationalError):
        record.append([late])
    ending.join()
    assert record.last().seq == 1
    assert isinstance(record.append([late])[0], Appended)
    assert record.audit() == []


def test_a_server_that_dies_in_a_commit_and_comes_back_has_it_or_not(
    record: Record, postgres_server: PostgresServer, plan: UUID
):
    """Here not, as it was not over; what was acknowledged before is there."""

    def restart() -> None:
        postgres_server.kill9()
        postgres_server.start()

    restarting = threading.Timer(SLOW / 2, restart)
    restarting.start()
    late = act(agreed(plan, 2))
    with pytest.raises(OperationalError):
        record.append([late])
    restarting.join()
    assert [r.stamp.seq for r in record.of_plan(plan)] == [1]
    assert isinstance(record.append([late])[0], Appended)
    assert record.audit() == []
