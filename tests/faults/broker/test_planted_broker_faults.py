"""Faults planted on purpose: a run in which nothing is lost proves nothing if these go unseen."""

from __future__ import annotations

import time

import pytest

from tests.faults.broker.believing import Believing
from tests.faults.broker.conftest import MakeTrial
from tests.faults.broker.places_first import PlacesFirst
from tests.faults.broker.striking import Striker
from tests.faults.broker.test_broker_faults import LEFT
from tests.parts.kafka import KafkaBroker
from tests.parts.proxy import ChaosProxy

pytestmark = [pytest.mark.real_kafka, pytest.mark.faults, pytest.mark.filterwarnings(*LEFT)]
HOLE = 8.0
STRIKES = 3
SOON = 5.0


@pytest.mark.parametrize(
    "planted, fault",
    [({"sender": Believing}, "black hole"), ({"inbox": PlacesFirst}, "follower dies")],
    ids=["a relay that asks nothing", "a follower that notes first"],
)
def test_it_is_found(
    make_trial: MakeTrial,
    kafka_broker: KafkaBroker,
    chaos: ChaosProxy,
    planted: dict[str, object],
    fault: str,
) -> None:
    """All is well until a fault strikes; what was under way then never arrives."""
    trial = make_trial(**planted)
    striker = Striker(trial, kafka_broker, chaos, HOLE)
    for _ in range(STRIKES):
        with trial.upstream.writing():
            trial.by_topic_alone(30.0)
            striker.kinds[fault]()
            time.sleep(1)
        wrong = trial.settled(within=SOON)
        # On a slow machine nothing may have been under way at that moment.
        if wrong.lost:
            break
    print(f"\nTEST_SEED={trial.seed}: {len(wrong.lost)} lost after one {fault}")
    assert wrong.lost and not wrong.double and not wrong.disordered
