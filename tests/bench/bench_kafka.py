"""The way over a real broker: what a relay sends and a follower takes, in events a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from shared.feed.backoff import Backoff
from shared.feed.follower import Follower
from shared.feed.kafka.hint import read_hint
from shared.feed.kafka.places import RelayPlaces
from shared.feed.kafka.topic import internal_topic
from shared.service.databases import events_database
from tests.bench.kafka_floor import PARTITIONS, fetch, records_of, send, topics
from tests.bench.pair import Pair, opened_pair, rate
from tests.bench.report import Report, line
from tests.integration.kafka.conftest import left_sockets as left_sockets
from tests.parts.kafka import KafkaBroker
from vangnet.settings import read_settings
from vangnet.transport.by_kafka import by_kafka
from vangnet.transport.relaying import publisher_to, relay_of


def _at_least(most: int) -> tuple[str, Callable[[float, float], bool]]:
    return f">= {most} events/s", lambda value, ratio: value >= most


@pytest.fixture
def settings(town: dict[str, str], kafka_broker: KafkaBroker) -> Iterator[dict[str, str]]:
    """A town on each database, with topics."""
    given = {
        **town,
        "VANGNET_KAFKA": kafka_broker.bootstrap,
        "VANGNET_KAFKA_REPLICATION": "1",
        "VANGNET_KAFKA_PARTITIONS": str(PARTITIONS),
    }
    with topics(given):
        yield given


def bench_kafka(
    report: Report, backend: str, settings: dict[str, str], kafka_broker: KafkaBroker
) -> None:
    """Relay and follower, each against kafka-python alone with the same bytes."""
    bootstrap = kafka_broker.bootstrap
    with opened_pair(settings, lambda source, world: by_kafka(bootstrap, [source], world)) as pair:
        _until(pair, lambda: pair.follower.follows)  # type: ignore[attr-defined]
        pair.fill()
        relayed = rate(pair.last, lambda: _relay(settings, pair))
        followed = rate(pair.last, lambda: _until(pair, lambda: _taken(pair) == pair.last))
        pair.follower.close()  # type: ignore[attr-defined]
        records = records_of(pair.plans, pair.last)
        sent = rate(pair.last, lambda: send(bootstrap, records))
        topic = internal_topic("plans")
        fetched = rate(pair.last, lambda: fetch(bootstrap, topic, pair.last))
    produced, consumed = ("kafka-python, producing", sent), ("kafka-python, consuming", fetched)
    report.add(
        line(f"relay, {backend}", relayed, "events/s", produced, _at_least(10_000)),
        line(f"Kafka follower, {backend}", followed, "events/s", consumed, _at_least(5_000)),
    )


def _relay(settings: dict[str, str], pair: Pair) -> None:
    bootstrap = settings["VANGNET_KAFKA"]
    publisher = publisher_to(bootstrap, PARTITIONS)
    with closing(events_database(read_settings(settings).settings, "plans")) as database:
        relay = relay_of(pair.plans, publisher, RelayPlaces(database), bootstrap)
        follower = Follower(pair.plans.source, relay, Backoff(pair.world.chance), pair.world.clock)
        while follower.step():
            pass
    publisher.abandon()


def _until(pair: Pair, enough: Callable[[], bool]) -> None:
    while not enough():
        pair.follower.attempt(0.01)  # type: ignore[attr-defined]
        assert pair.follower.status.error is None


def _taken(pair: Pair) -> int:
    hints = [read_hint(pair.inbox.place(f"plans/{part}").hint) for part in range(PARTITIONS)]
    return sum(hint.offset for hint in hints if hint is not None)
