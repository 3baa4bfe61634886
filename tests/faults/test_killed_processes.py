"""A deployment of which processes and the database are killed, again and again, while it works."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.faults.alarms import alarms
from tests.faults.deployed import LOG, deployed
from tests.faults.striking import FOLLOWER, POSTGRES, RELAY, WRITER
from tests.faults.trial import Trial
from tests.parts.kafka import KafkaBroker
from tests.parts.postgres import PostgresServer

SEED = int(os.environ.get("TEST_SEED", "20250310"))
pytestmark = [pytest.mark.faults, pytest.mark.real_postgres]


def nothing_is_lost(
    server: PostgresServer, folder: Path, broker: KafkaBroker | None, counted: Mapping[str, int]
) -> None:
    """The promise: what was acknowledged is there once, in order, and was followed by all."""
    with deployed(server, folder, broker) as here:
        trial = Trial(here, server, SEED)
        with trial.callers.working():
            trial.striker.until(counted)
        trial.callers.again(100)
        wrong = trial.settled()
        trial.report(wrong)
    assert all(trial.striker.counted[kind] >= counted[kind] for kind in counted)
    assert wrong.clean, wrong
    assert not list(alarms(folder / LOG))
    assert wrong.published
    assert not trial.callers.ledger.in_flight


def test_over_http(postgres_server: PostgresServer, tmp_path: Path) -> None:
    """Services that follow one another over HTTP."""
    nothing_is_lost(postgres_server, tmp_path, None, {WRITER: 2, FOLLOWER: 2, POSTGRES: 2})


@pytest.mark.real_kafka
def test_over_kafka(
    postgres_server: PostgresServer, kafka_broker: KafkaBroker, tmp_path: Path
) -> None:
    """The whole of it, with relays."""
    counted = {WRITER: 4, FOLLOWER: 4, RELAY: 4, POSTGRES: 4}
    nothing_is_lost(postgres_server, tmp_path, kafka_broker, counted)


@pytest.mark.long
@pytest.mark.real_kafka
def test_eleven_hundred_kills(
    postgres_server: PostgresServer, kafka_broker: KafkaBroker, tmp_path: Path
) -> None:
    """The same, until it would have been found."""
    counted = {WRITER: 300, FOLLOWER: 300, RELAY: 300, POSTGRES: 200}
    nothing_is_lost(postgres_server, tmp_path, kafka_broker, counted)
