"""Brokers, networks, topics and relays go wrong while people write: nothing is lost or doubled."""

from __future__ import annotations

import pytest

from tests.faults.broker.conftest import MakeTrial
from tests.faults.broker.poison import STRAYS
from tests.faults.broker.report import report
from tests.faults.broker.striking import Striker
from tests.parts.kafka import KafkaBroker
from tests.parts.proxy import ChaosProxy

# kafka-python leaves a broken connection's socket to the garbage collector.
LEFT = "ignore::pytest.PytestUnraisableExceptionWarning", "ignore:unclosed:ResourceWarning"
pytestmark = [pytest.mark.real_kafka, pytest.mark.faults, pytest.mark.filterwarnings(*LEFT)]
SHORT_HOLE, LONG_HOLE = 8.0, 20.0
LONG = 10


def nothing_is_lost(
    make_trial: MakeTrial,
    broker: KafkaBroker,
    chaos: ChaosProxy,
    times: int,
    hole: float,
    pause: float,
) -> None:
    """The promise."""
    trial = make_trial(pause=pause)
    striker = Striker(trial, broker, chaos, hole)
    with trial.upstream.writing():
        trial.by_topic_alone(60.0)
        trial.poisoner.begin()
        striker.all(times)
    wrong = trial.settled()
    report(trial, striker, wrong)
    assert wrong.clean, wrong
    assert striker.least_under_way > 0
    assert trial.poisoner.sent.keys() >= STRAYS.keys()
    assert trial.relay.made > times
    assert trial.on_topics.duplicates > 0
    assert {"Gap", "Keyless", "Recreated"} == trial.alarms.seen.keys()


def test_each_fault_once(
    make_trial: MakeTrial, kafka_broker: KafkaBroker, chaos: ChaosProxy
) -> None:
    """Every kind, with events under way each time, and poison all the while."""
    nothing_is_lost(make_trial, kafka_broker, chaos, 1, SHORT_HOLE, 0.04)


@pytest.mark.long
def test_each_fault_ten_times(
    make_trial: MakeTrial, kafka_broker: KafkaBroker, chaos: ChaosProxy
) -> None:
    """The same, with silences of twenty seconds."""
    nothing_is_lost(make_trial, kafka_broker, chaos, LONG, LONG_HOLE, 0.15)


@pytest.mark.long
@pytest.mark.real_postgres
@pytest.mark.parametrize("make_trial", ["postgres"], indirect=True)
def test_each_fault_once_on_postgres(
    make_trial: MakeTrial, kafka_broker: KafkaBroker, chaos: ChaosProxy
) -> None:
    """With the record, the relay's place and the inboxes there."""
    nothing_is_lost(make_trial, kafka_broker, chaos, 1, SHORT_HOLE, 0.04)
