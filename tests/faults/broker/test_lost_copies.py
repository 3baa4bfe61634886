"""Three brokers that keep copies, of which some are gone: a relay waits, and loses nothing."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from kafka import KafkaProducer
from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import KafkaError, NotEnoughReplicasError

from deploy.broker.jars import NoBroker
from deploy.broker.local_kafka import LocalKafka
from shared.feed.kafka.consumer import make_admin
from tests.faults.broker.stores import in_files
from tests.faults.broker.test_broker_faults import LEFT
from tests.faults.broker.trial import DELIVERY_MS, Trial
from tests.faults.broker.waiting import wait_for
from tests.parts.guard import Guard

pytestmark = [
    pytest.mark.real_kafka,
    pytest.mark.faults,
    pytest.mark.long,
    pytest.mark.filterwarnings(*LEFT),
]
RECOVERS_WITHIN = 120.0


@pytest.fixture
def three(tmp_path: Path) -> Iterator[LocalKafka]:
    """Three brokers of our own: these lose their copies on purpose."""
    with ExitStack() as opened:
        try:
            kafka = LocalKafka(tmp_path / "kafka", nodes=3)
        except NoBroker as error:
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(str(error))
        opened.callback(kafka.stop)
        for node in kafka.nodes:
            node.start()
            opened.callback(Guard(node.pid or 0, tmp_path / "kafka").close)
        kafka.start()
        yield kafka


def test_without_enough_copies_a_relay_stays_where_it_is(
    three: LocalKafka, fresh_service: Callable[[], str], tmp_path: Path
) -> None:
    """One broker less is no loss; with two gone, or too few copies, nothing counts as sent."""
    with in_files(tmp_path) as stores, ExitStack() as opened:
        boot, seed = three.bootstrap, int(os.environ.get("TEST_SEED", "20261122"))
        trial = Trial(stores, fresh_service(), boot, boot, seed, replication=3)
        opened.enter_context(closing(trial))
        with trial.upstream.writing():
            trial.moved_on(RECOVERS_WITHIN)
            three.nodes[0].kill9()
            trial.moved_on(RECOVERS_WITHIN)
            three.nodes[1].kill9()
            stands_still(trial)
            three.start()
            trial.moved_on(RECOVERS_WITHIN)
            asks_for_copies(trial, 3)
            three.nodes[2].kill9()
            stands_still(trial)
            assert wait_for(lambda: too_few(boot, trial.topic_names[1]), RECOVERS_WITHIN)
            three.start()
            trial.moved_on(RECOVERS_WITHIN)
        wrong = trial.settled()
        print(
            f"\nTEST_SEED={seed}: {len(trial.upstream.acked)} acknowledged, "
            f"lost {len(wrong.lost)}, double {len(wrong.double)}, "
            f"{trial.on_topics.duplicates} duplicates skipped, "
            f"producers abandoned {trial.relay.made - 1}, longest silence {trial.silence():.1f} s"
        )
        assert wrong.clean, wrong


def stands_still(trial: Trial) -> None:
    """Its position does not move, and it says what is wrong."""
    time.sleep(1)
    place = trial.places.place(trial.upstream.service)
    errors = sum(trial.alarms.errors.values())
    time.sleep(3 * DELIVERY_MS / 1000)
    assert trial.places.place(trial.upstream.service) == place
    assert sum(trial.alarms.errors.values()) > errors
    assert trial.upstream.last > place.position


def asks_for_copies(trial: Trial, count: int) -> None:
    """From now on a record counts once it has so many copies."""
    configs = {"min.insync.replicas": str(count)}
    with closing(make_admin(trial.bootstrap)) as admin:
        admin.alter_configs(
            [ConfigResource(ConfigResourceType.TOPIC, name, configs) for name in trial.topic_names]
        )


def too_few(bootstrap: str, topic: str) -> bool:
    """Whether that is what a broker says."""
    producer = KafkaProducer(
        bootstrap_servers=bootstrap,
        acks="all",
        retries=0,
        enable_idempotence=False,
        max_block_ms=DELIVERY_MS,
        request_timeout_ms=DELIVERY_MS,
        delivery_timeout_ms=2 * DELIVERY_MS,
    )
    try:
        # On the public topic: nobody here reads that one.
        producer.send(topic, b"x", partition=0).get(timeout=3 * DELIVERY_MS / 1000)
    except NotEnoughReplicasError:
        return True
    except KafkaError:
        return False
    finally:
        producer.close(1)
    return False
