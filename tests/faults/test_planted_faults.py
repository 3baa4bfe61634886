"""Faults planted on purpose: without these, a run in which nothing is lost proves nothing."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from tests.faults.deployed import deployed, relay_of
from tests.faults.striking import FOLLOWER, POSTGRES, RELAY, WRITER
from tests.faults.test_killed_processes import SEED
from tests.faults.trial import Trial
from tests.faults.ways import HOPES, REPEATS, SENDS_LATER, TRACKS_FIRST, UNHEARD
from tests.parts.kafka import KafkaBroker
from tests.parts.postgres import PostgresServer

pytestmark = [pytest.mark.faults, pytest.mark.real_postgres, pytest.mark.long]
MOST = 20
# What waits for a follower that missed something waits for ever.
_PATIENCE = 5.0
# Sleeps within the COMMIT, before it is carried out, so that a kill hits one.
SLOW_COMMIT = """
SET search_path = plans;
CREATE FUNCTION sleep() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN PERFORM pg_sleep(0.1); RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON leaf DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION sleep();
"""


def test_a_follower_that_tracks_before_it_takes(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    """What it had not taken when it was killed, it never takes."""
    ways = {"evaluations": TRACKS_FIRST}
    with deployed(postgres_server, tmp_path, ways=ways) as here:
        trial = Trial(here, postgres_server, SEED, _PATIENCE)
        assert trial.found_after(FOLLOWER, MOST, "evaluations") <= MOST
        wrong = trial.settled(within=0)
    assert wrong.missing and not wrong.lost and not wrong.double


@pytest.mark.real_kafka
def test_a_relay_that_does_not_wait_for_the_broker(
    postgres_server: PostgresServer, kafka_broker: KafkaBroker, tmp_path: Path
) -> None:
    """What it had not sent when it was killed, it never sends."""
    ways = {relay_of("plans"): SENDS_LATER}
    with deployed(postgres_server, tmp_path, kafka_broker, ways) as here:
        trial = Trial(here, postgres_server, SEED, _PATIENCE)
        assert trial.found_after(RELAY, MOST, relay_of("plans")) <= MOST
        wrong = trial.settled(within=0)
    assert wrong.missing and not wrong.lost and not wrong.double


def test_a_record_that_takes_an_unclear_commit_for_stored(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    """It acknowledges what is not there."""
    with deployed(postgres_server, tmp_path, ways={"plans": HOPES}) as here:
        with psycopg.connect(here.settings.database, autocommit=True) as connection:
            connection.execute(SLOW_COMMIT)
        trial = Trial(here, postgres_server, SEED, _PATIENCE)
        assert trial.found_after(POSTGRES, MOST) <= MOST
        wrong = trial.settled(within=0)
    assert wrong.lost


def test_a_record_that_takes_an_unclear_commit_for_not_stored(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    """It does the same thing twice."""
    with deployed(postgres_server, tmp_path, ways={"plans": REPEATS}) as here:
        trial = Trial(here, postgres_server, SEED, _PATIENCE)
        assert trial.found_after(WRITER, MOST) <= MOST
        wrong = trial.settled(within=0)
    assert wrong.double


def test_a_record_that_looks_again_after_an_unclear_commit(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    """No fault: with one in three commits unclear nothing is lost and nothing is done twice."""
    with deployed(postgres_server, tmp_path, ways={"plans": UNHEARD}) as here:
        trial = Trial(here, postgres_server, SEED)
        with trial.callers.working():
            trial.striker.once(WRITER)
            for _ in range(50):
                trial.callers.wait_for_an_answer()
        wrong = trial.settled()
        trial.report(wrong)
    assert wrong.clean, wrong
